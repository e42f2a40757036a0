/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.core.json.ProviderMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts a decoded payload into what an operation returns. */
final class ResponseReader {

    private final Json json;

    ResponseReader(Json json) {
        this.json = json;
    }

    /**
     * The value of a payload.
     *
     * @throws DecodeException if the payload does not have the shape that the operation defines
     */
    @Nullable
    Object of(Operation.Result result, @Nullable Object payload) {
        return switch (result.form()) {
            case NOTHING -> null;
            case RAW -> untyped(payload, result.textField());
            case RECORD -> result.type() == Object.class ? untyped(payload, "") : json.convert(payload, result.type());
            case LIST -> list(result.type(), payload);
        };
    }

    /** Objects and lists without a record are types of their own, so that they are not taken for a route's own. */
    private static @Nullable Object untyped(@Nullable Object payload, String textField) {
        if (payload instanceof Map<?, ?> object) {
            ProviderMap map = ProviderMap.copyOf(object);
            return textField.isEmpty() ? map : map.withTextField(textField);
        }
        return payload instanceof Collection<?> items ? new ProviderList<>(items) : payload;
    }

    private ProviderList<Object> list(Class<?> type, @Nullable Object payload) {
        if (payload == null) {
            return new ProviderList<>(List.of());
        }
        if (!(payload instanceof List<?> items)) {
            throw new DecodeException(ErrorDetails.of("expected a list of " + type.getSimpleName()));
        }
        List<Object> out = new ArrayList<>(items.size());
        for (Object item : items) {
            if (!placeholder(item)) {
                out.add(type == Object.class ? item : json.convert(item, type));
            }
        }
        return new ProviderList<>(out);
    }

    /** Providers put nulls and empty lists where an item is missing. */
    private static boolean placeholder(@Nullable Object item) {
        return item == null || (item instanceof Collection<?> items && items.isEmpty());
    }
}
