/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ProviderModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message body says: a text, or the fields of an object. */
final class BodyFields {

    private static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

    private final Json json;

    BodyFields(Json json) {
        this.json = json;
    }

    /** The text of the body of an operation that has a text parameter, or null if the body is none. */
    @Nullable
    String text(Operation operation, CallInputs inputs) {
        Object body = inputs.body();
        if (body == null || operation.text().isEmpty() || !inputs.textInput() || !ParameterValue.isScalar(body)) {
            return null;
        }
        String text = body.toString();
        return text.isEmpty() ? null : text;
    }

    /**
     * The fields of the body in its own order, explicit nulls included; empty if it is a text or nothing.
     *
     * @throws InvalidRequestException if the operation needs an object and the body is something else
     */
    Map<String, Object> of(Operation operation, CallInputs inputs) {
        Object body = inputs.body();
        if (body == null) {
            return Map.of();
        }
        if (operation.payload().kind() == Operation.Payload.Kind.NONE) {
            // Such an operation has no use for a text or a record that an earlier step left behind.
            return body instanceof Map || (body instanceof JsonNode node && node.isObject()) ? object(body) : Map.of();
        }
        boolean isText = operation.text().isPresent() && inputs.textInput() && ParameterValue.isScalar(body);
        return isText ? Map.of() : json.fields(operation.payload().model()).toWire(object(body));
    }

    private Map<String, Object> object(Object body) {
        if (body instanceof Map<?, ?> map) {
            return named(map);
        }
        if (body instanceof ProviderModel) {
            return json.map(body);
        }
        Object plain = body instanceof JsonNode node ? json.convert(node, Object.class) : document(body);
        if (plain instanceof Map<?, ?> map) {
            return named(map);
        }
        throw new InvalidRequestException(ErrorDetails.of("the message body must be a JSON object; nothing was sent"));
    }

    private @Nullable Object document(Object body) {
        byte[] bytes = bytes(body);
        try {
            return bytes.length == 0 ? Map.of() : json.plain(bytes);
        } catch (ProviderException e) {
            throw new InvalidRequestException(ErrorDetails.of(
                    "the message body must be a JSON object: " + e.details().message() + "; nothing was sent"));
        }
    }

    private static byte[] bytes(Object body) {
        if (body instanceof byte[] given) {
            return given;
        }
        if (body instanceof CharSequence text) {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        if (body instanceof InputStream stream) {
            return drained(stream);
        }
        throw new InvalidRequestException(ErrorDetails.of("a message body of type "
                + body.getClass().getSimpleName()
                + " cannot be sent; make it a Map, JSON or a model record; nothing was sent"));
    }

    private static byte[] drained(InputStream stream) {
        try (stream) {
            byte[] bytes = stream.readNBytes(MAX_BODY_BYTES + 1);
            if (bytes.length > MAX_BODY_BYTES) {
                throw new LimitExceededException(
                        ErrorDetails.of("the message body is longer than " + MAX_BODY_BYTES + " bytes"));
            }
            return bytes;
        } catch (IOException e) {
            throw new InvalidRequestException(ErrorDetails.of("the message body cannot be read; nothing was sent"), e);
        }
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> fields = new LinkedHashMap<>(map.size());
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return fields;
    }
}
