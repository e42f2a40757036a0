/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.operation.CallInputs;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Parameter;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Where a call's values stand in an exchange. What the route's author wrote in the URI cannot be changed by a message; no
 * header names an operation, a host or a key.
 */
public final class ExchangeCallInputs implements CallInputs {

    /** Exchange property with the values that {@code toD} took out of a dynamic URI; they rank as the URI's own. */
    static final String URI_VALUES = "CamelProviderUriValues";

    private static final String FIELD = "param.";

    private final ProviderEndpoint endpoint;
    private final Message message;
    private final Map<?, ?> dynamicValues;

    public ExchangeCallInputs(ProviderEndpoint endpoint, Exchange exchange) {
        this.endpoint = endpoint;
        this.message = exchange.getMessage();
        Map<?, ?> dynamic = exchange.getProperty(URI_VALUES, Map.class);
        this.dynamicValues = dynamic == null ? Map.of() : dynamic;
    }

    @Override
    public @Nullable Object uri(String optionName) {
        Object dynamic = dynamicValues.get(optionName);
        return dynamic != null ? dynamic : endpoint.uriValue(optionName);
    }

    @Override
    public @Nullable Object header(String headerSuffix) {
        return message.getHeader(endpoint.headerPrefix() + headerSuffix);
    }

    @Override
    public @Nullable Object fallback(String optionName) {
        return pathId(endpoint.operation(), optionName) || optionName.equals("user")
                ? endpoint.componentValue(optionName)
                : null;
    }

    private static boolean pathId(Operation operation, String optionName) {
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place() == Parameter.Place.PATH
                    && parameter.optionName().equals(optionName)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Map<String, Object> extras() {
        Map<String, Object> fixed = endpoint.getConfiguration().getParams();
        Map<String, Object> extras = new LinkedHashMap<>(fixed);
        dynamicValues.forEach((name, value) -> {
            if (name instanceof String option && option.startsWith(FIELD)) {
                extras.put(option.substring(FIELD.length()), value);
            }
        });
        return extras;
    }

    @Override
    public @Nullable Object body() {
        Object body = message.getBody();
        if (body == null || knownBody(body)) {
            return body;
        }
        // A file, a reader, a document: Camel knows how to read them as text.
        String text = message.getBody(String.class);
        return text == null ? body : text;
    }

    private static boolean knownBody(Object body) {
        return body instanceof CharSequence
                || body instanceof InputStream
                || body instanceof Map
                || body instanceof byte[]
                || body instanceof Record
                || body instanceof JsonNode;
    }

    /** A customer's message must not steer the call: text is text, unless the author says that bodies are JSON. */
    @Override
    public boolean textInput() {
        String type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        boolean json = type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("application/json");
        return endpoint.getConfiguration().isTextInput() && !json;
    }

    @Override
    public List<HttpHeader> httpHeaders() {
        List<HttpHeader> headers = new ArrayList<>();
        endpoint.getConfiguration()
                .getHttpHeaders()
                .forEach((name, value) -> headers.add(new HttpHeader(name, String.valueOf(value))));
        return headers;
    }

    @Override
    public @Nullable String idempotencyKey() {
        Object dynamic = dynamicValues.get("idempotencyKey");
        String fixed = dynamic == null ? endpoint.getConfiguration().getIdempotencyKey() : dynamic.toString();
        return fixed != null ? fixed : message.getHeader(endpoint.headerPrefix() + "IdempotencyKey", String.class);
    }

    @Override
    public @Nullable Duration requestTimeout() {
        Object value = message.getHeader(endpoint.headerPrefix() + "RequestTimeout");
        if (value == null || endpoint.uriValue("requestTimeout") != null) {
            return null;
        }
        Long millis = endpoint.getCamelContext().getTypeConverter().tryConvertTo(Long.class, value);
        if (millis == null || millis < 1) {
            throw new InvalidRequestException(ErrorDetails.of(
                    "header " + endpoint.headerPrefix() + "RequestTimeout must be a number of milliseconds above 0"));
        }
        return Duration.ofMillis(millis);
    }
}
