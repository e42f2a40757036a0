/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.operation.CallInputs;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Parameter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.TimeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a call stand in an exchange. What the route's author wrote in the URI cannot be changed by a message;
 * no header names an operation, a host or a key. Takes the values that {@code toD} gave to this very call.
 */
public final class ExchangeCallInputs implements CallInputs {

    private static final String FIELD = "param.";

    private final ProviderEndpoint endpoint;
    private final Exchange exchange;
    private final Message message;
    private final Map<String, Object> dynamicValues;

    public ExchangeCallInputs(ProviderEndpoint endpoint, Exchange exchange) {
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.message = exchange.getMessage();
        this.dynamicValues = DynamicValues.take(exchange, endpoint.getEndpointUri());
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
        Map<String, Object> extras =
                new LinkedHashMap<>(endpoint.getConfiguration().getParams());
        dynamicValues.forEach((option, value) -> {
            if (option.startsWith(FIELD)) {
                extras.put(option.substring(FIELD.length()), value);
            }
        });
        return extras;
    }

    @Override
    public @Nullable Object body() {
        return MessageBodies.of(message);
    }

    @Override
    public Charset charset() {
        return MessageBodies.charset(exchange);
    }

    @Override
    public @Nullable String responseOf() {
        return ResponseNote.of(message);
    }

    /** The endpoint alone decides: a customer's message, or its {@code Content-Type}, must not steer the call. */
    @Override
    public boolean textInput() {
        return endpoint.getConfiguration().isTextInput();
    }

    @Override
    public List<HttpHeader> httpHeaders() {
        List<HttpHeader> headers = new ArrayList<>();
        endpoint.getConfiguration()
                .getHttpHeaders()
                .forEach((name, value) -> headers.add(new HttpHeader(name, String.valueOf(value))));
        Object requestId = perCall("requestId", "RequestId");
        if (requestId != null && !requestId.toString().isEmpty()) {
            headers.add(new HttpHeader("X-Request-Id", requestId.toString()));
        }
        return headers;
    }

    @Override
    public @Nullable String idempotencyKey() {
        Object given = perCall("idempotencyKey", "IdempotencyKey");
        return given == null ? null : given.toString();
    }

    /** Whether the idempotency key comes from a header, which is good for one call and which copies of the exchange share. */
    public boolean keyFromHeader() {
        return uri("idempotencyKey") == null && header("IdempotencyKey") != null;
    }

    private @Nullable Object perCall(String option, String headerSuffix) {
        Object fixed = uri(option);
        return fixed == null ? header(headerSuffix) : fixed;
    }

    /** Retries of this call alone, from its header; empty if the endpoint's option counts. */
    public OptionalInt maxRetries() {
        String header = endpoint.headerPrefix() + "MaxRetries";
        Object value = given(header, "maxRetries");
        if (value == null) {
            return OptionalInt.empty();
        }
        Integer retries = endpoint.getCamelContext().getTypeConverter().tryConvertTo(Integer.class, value);
        if (retries == null || retries < 0) {
            throw new InvalidRequestException(
                    ErrorDetails.of("header " + header + " must be a whole number from 0; nothing was sent"));
        }
        return OptionalInt.of(retries);
    }

    @Override
    public @Nullable Duration requestTimeout() {
        String header = endpoint.headerPrefix() + "RequestTimeout";
        Object value = given(header, "requestTimeout");
        if (value == null) {
            return null;
        }
        Long millis = value instanceof Duration time ? Long.valueOf(time.toMillis()) : millis(value.toString());
        if (millis == null || millis < 1) {
            throw new InvalidRequestException(ErrorDetails.of("header " + header
                    + " must be a duration above 0, such as 500 (milliseconds), 5s or 10m;" + " nothing was sent"));
        }
        return Duration.ofMillis(millis);
    }

    private static @Nullable Long millis(String text) {
        try {
            return TimeUtils.toMilliSeconds(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What a header says about this call, unless it is empty or the URI says it. */
    private @Nullable Object given(String header, String option) {
        Object value = message.getHeader(header);
        return value == null || value.toString().isEmpty() || endpoint.uriOption(option) ? null : value;
    }
}
