/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.ProviderResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the message body contributes to a call: a text, the fields of an object, or nothing. A response of an earlier call
 * contributes its obvious text at most, never its fields: otherwise one provider's words would steer the next call.
 */
final class MessageBody {

    private enum Kind {
        NOTHING,
        TEXT,
        FIELDS,
        RESPONSE
    }

    private final Operation operation;
    private final CallInputs inputs;
    private final Json json;
    private final @Nullable Object body;
    private final Kind kind;

    MessageBody(Operation operation, CallInputs inputs, Json json) {
        this.operation = operation;
        this.inputs = inputs;
        this.json = json;
        this.body = inputs.body();
        this.kind = kind();
    }

    /** Whether the body is a response, whose fields do not count. */
    boolean isResponse() {
        return kind == Kind.RESPONSE;
    }

    /** Says whose response the body is, for error texts. */
    String description() {
        String origin = inputs.responseOf();
        String type = body == null ? "" : " (" + TextBody.typeName(body) + ")";
        return origin == null ? "a provider's response" + type : "the response of " + origin;
    }

    /** The text that the body contributes; null if it is none. Reads the body. */
    @Nullable
    String text() {
        if (operation.text().isEmpty() || body == null) {
            return null;
        }
        if (kind == Kind.TEXT) {
            return TextBody.read(body, inputs.charset());
        }
        return kind == Kind.RESPONSE && body instanceof ProviderResponse response ? response.text() : null;
    }

    /**
     * The fields of the body under wire names, in its own order, explicit nulls included. Reads the body.
     *
     * @return a modifiable copy; empty if the body is a text, a response or nothing
     * @throws InvalidRequestException if the body is no JSON object
     */
    Map<String, Object> fields() {
        return kind == Kind.FIELDS && body != null
                ? json.fields(operation.payload().model()).toWire(object(body))
                : new LinkedHashMap<>();
    }

    private Kind kind() {
        if (body == null) {
            return Kind.NOTHING;
        }
        boolean textual = TextBody.isText(body);
        if (isResponse(body, textual)) {
            return Kind.RESPONSE;
        }
        boolean object = body instanceof Map || body instanceof JsonNode;
        if (operation.payload().kind() == Operation.Payload.Kind.NONE) {
            // Such an operation ignores what an earlier step left behind, but a map may hold path and query values.
            return object ? Kind.FIELDS : Kind.NOTHING;
        }
        if (textual) {
            return operation.text().isPresent() && inputs.textInput() ? Kind.TEXT : Kind.FIELDS;
        }
        if (object || body instanceof ProviderRequest) {
            return Kind.FIELDS;
        }
        throw new InvalidRequestException(ErrorDetails.of("a message body of type " + TextBody.typeName(body)
                + " cannot be sent; make it " + (operation.text().isPresent() ? "a text, " : "")
                + "a Map, JSON or a request record. Nothing was sent"));
    }

    /** A bare text of an earlier call is a text like any other where a text is wanted. */
    private boolean isResponse(Object given, boolean textual) {
        if (given instanceof ProviderResponse
                || (given instanceof ProviderModel && !(given instanceof ProviderRequest))) {
            return true;
        }
        boolean asText = textual && operation.text().isPresent() && inputs.textInput();
        return inputs.responseOf() != null && !asText;
    }

    private Map<?, ?> object(Object given) {
        if (given instanceof Map<?, ?> map) {
            return map;
        }
        if (given instanceof ProviderRequest) {
            return json.map(given);
        }
        Object plain = given instanceof JsonNode node ? json.convert(node, Object.class) : document(given);
        if (plain instanceof Map<?, ?> map) {
            return map;
        }
        throw new InvalidRequestException(ErrorDetails.of("the message body must be a JSON object; nothing was sent"));
    }

    private @Nullable Object document(Object given) {
        // Without a charset of its own JSON is UTF-8, UTF-16 or UTF-32 and says so itself.
        byte[] bytes = given instanceof byte[] raw && inputs.charset().equals(StandardCharsets.UTF_8)
                ? raw
                : TextBody.read(given, inputs.charset()).getBytes(StandardCharsets.UTF_8);
        try {
            return bytes.length == 0 ? Map.of() : json.plain(bytes);
        } catch (ProviderException e) {
            throw new InvalidRequestException(ErrorDetails.of(
                    "the message body must be a JSON object: " + e.details().message() + "; nothing was sent"));
        }
    }
}
