/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.chatroutes.model.Messages.Usage;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Result;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.ProviderProtocol.Decoded;
import io.camelproviders.core.paging.PageInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens successful answers. For an operation with the key <i>k</i> the payload is {@code data.k}, else the top level's
 * {@code k}, else {@code data} if it is an object, else the whole answer; what has the wrong form is passed over. A
 * missing list is an error and never an empty list; {@code data:null} says that there is nothing, which is an empty list or a
 * record without values.
 */
final class Envelope {

    private final Json json;

    Envelope(Json json) {
        this.json = json;
    }

    Decoded decode(OperationCall call, HttpResponse response, ErrorBodyReader faults) {
        Operation operation = call.operation();
        if (ErrorBodyReader.blank(response.body())) {
            return new Decoded(nothing(operation, response), PageInfo.NONE, Map.of());
        }
        Object whole = document(operation, response);
        if (whole instanceof Map<?, ?> top && failed(top)) {
            throw new ProviderFaultException(faults.read(operation, response));
        }
        Object payload =
                switch (operation.result().form()) {
                    case NOTHING -> null;
                    case RAW -> raw(whole);
                    case LIST -> list(operation, whole, response);
                    case RECORD -> record(operation, whole, response);
                };
        PageInfo page = operation.paged() && payload instanceof List<?> items
                ? PageInfoReader.of(call, whole, items.size())
                : PageInfo.NONE;
        return new Decoded(payload, page, facts(payload));
    }

    private @Nullable Object document(Operation operation, HttpResponse response) {
        try {
            return json.plain(response.body());
        } catch (DecodeException e) {
            throw new DecodeException(
                    ErrorBodyReader.blame(operation, response)
                            .message("the answer is not the JSON that was promised (media type "
                                    + (response.head().mediaType().isEmpty()
                                            ? "not given"
                                            : response.head().mediaType())
                                    + "; " + e.details().message() + "); check baseUrl and proxies")
                            .body(ErrorBodyReader.excerpt(response.body()))
                            .build(),
                    e);
        }
    }

    /** {@code success:false}, or an error without anything beside it. */
    private static boolean failed(Map<?, ?> top) {
        if (Boolean.FALSE.equals(top.get("success"))) {
            return true;
        }
        Object error = top.get("error");
        boolean said = error != null && !"".equals(error) && !Boolean.FALSE.equals(error);
        return said && !Boolean.TRUE.equals(top.get("success")) && top.get("data") == null;
    }

    /** An empty body: fine where a record may be missing, and for a list only if the status says that there is nothing. */
    private static @Nullable Object nothing(Operation operation, HttpResponse response) {
        if (operation.result().form() == Result.Form.RECORD) {
            return Map.of();
        }
        if (operation.result().form() != Result.Form.LIST) {
            return null;
        }
        if (response.status() == 204) {
            return List.of();
        }
        throw unexpected(operation, response, "the answer is empty");
    }

    private static @Nullable Object raw(@Nullable Object whole) {
        return whole instanceof Map<?, ?> top && top.containsKey("data") ? top.get("data") : whole;
    }

    private static Object list(Operation operation, @Nullable Object whole, HttpResponse response) {
        String key = operation.result().key();
        if (whole instanceof List<?> items) {
            return items;
        }
        if (whole instanceof Map<?, ?> top) {
            Object data = top.get("data");
            if (data instanceof Map<?, ?> inner && inner.get(key) instanceof List<?> items) {
                return items;
            }
            if (top.get(key) instanceof List<?> items) {
                return items;
            }
            if (data instanceof List<?> items) {
                return items;
            }
            if (saidNull(top, "data") || saidNull(top, key) || (data instanceof Map<?, ?> in && saidNull(in, key))) {
                return List.of();
            }
        }
        throw unexpected(operation, response, "the answer holds no list \"" + key + "\"");
    }

    private Object record(Operation operation, @Nullable Object whole, HttpResponse response) {
        if (!(whole instanceof Map<?, ?> top)) {
            if (whole == null) {
                return Map.of();
            }
            throw unexpected(operation, response, "the answer is no JSON object");
        }
        String key = operation.result().key();
        Object data = top.get("data");
        if (data instanceof Map<?, ?> inner) {
            Object named = inner.get(key);
            if (named instanceof Map<?, ?>) {
                return named;
            }
            return saidNull(inner, key) ? Map.of() : inner;
        }
        if (top.get(key) instanceof Map<?, ?> named) {
            return named;
        }
        if (saidNull(top, "data") || saidNull(top, key)) {
            return Map.of();
        }
        return whole(operation, top, response);
    }

    /** An answer without envelope: it must have a field of the record, or at least say that all went well. */
    private Object whole(Operation operation, Map<?, ?> top, HttpResponse response) {
        Map<Object, Object> bare = new LinkedHashMap<>(top);
        bare.remove("success");
        boolean known = bare.keySet().stream()
                .anyMatch(name -> json.fields(operation.result().type()).knows(String.valueOf(name)));
        if (known) {
            return bare;
        }
        if (Boolean.TRUE.equals(top.get("success")) && !operation.method().equals("GET")) {
            return Map.of();
        }
        throw unexpected(operation, response, "the answer holds nothing of what was asked for");
    }

    /** {@code usage} and {@code model} of a sent message, under these names. */
    private Map<String, Object> facts(@Nullable Object payload) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (payload instanceof Map<?, ?> fields && fields.get("usage") instanceof Map<?, ?> usage) {
            facts.put("usage", json.convert(usage, Usage.class));
            if (fields.get("model") instanceof String model) {
                facts.put("model", model);
            }
        }
        return facts;
    }

    private static boolean saidNull(Map<?, ?> object, String name) {
        return object.containsKey(name) && object.get(name) == null;
    }

    private static DecodeException unexpected(Operation operation, HttpResponse response, String what) {
        return new DecodeException(ErrorBodyReader.blame(operation, response)
                .message(what + "; check baseUrl, proxies and the API version")
                .body(ErrorBodyReader.excerpt(response.body()))
                .build());
    }
}
