/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.operation;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.igpt.model.Recall.Source;
import io.camelproviders.igpt.model.Recall.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside an answer's output: {@code usage} (a {@link Usage}), {@code sources} (a list of {@link Source}),
 * {@code runId} (text), {@code duration} (milliseconds). Only what is there and has the known shape.
 */
public final class ResponseMetadata {

    private static final String INPUT = "input_tokens";
    private static final String OUTPUT = "output_tokens";
    private static final String TOTAL = "total_tokens";
    private static final Set<Object> COUNTS = Set.of(INPUT, OUTPUT, TOTAL);

    private final Json json;

    public ResponseMetadata(Json json) {
        this.json = json;
    }

    /** The facts of an answer or of the last event of a stream; empty if it is no object. */
    public Map<String, Object> of(@Nullable Object answer) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (!(answer instanceof Map<?, ?> map)) {
            return facts;
        }
        put(facts, "usage", map.get("usage") instanceof Map<?, ?> usage ? usage(usage) : null);
        if (map.get("metadata") instanceof Map<?, ?> metadata && metadata.get("sources") instanceof List<?> sources) {
            put(facts, "sources", sources(sources));
        }
        put(facts, "runId", map.get("duration") != null && map.get("id") instanceof String id ? id : null);
        put(facts, "duration", map.get("duration") instanceof Number millis ? millis.longValue() : null);
        return facts;
    }

    /** The usual shape is read by hand: every answer has one, and a conversion costs as much as reading the whole answer. */
    private @Nullable Usage usage(Map<?, ?> plain) {
        for (Map.Entry<?, ?> field : plain.entrySet()) {
            boolean count = field.getValue() instanceof Integer || field.getValue() instanceof Long;
            if (!count || !COUNTS.contains(field.getKey())) {
                return convert(plain, Usage.class);
            }
        }
        return new Usage(count(plain, INPUT), count(plain, OUTPUT), count(plain, TOTAL), Map.of());
    }

    private static @Nullable Long count(Map<?, ?> plain, String name) {
        return plain.get(name) instanceof Number count ? (Long) count.longValue() : null;
    }

    private ProviderList<Source> sources(List<?> plain) {
        List<Source> sources = new ArrayList<>();
        for (Object item : plain) {
            Source source = convert(item, Source.class);
            if (source != null) {
                sources.add(source);
            }
        }
        return new ProviderList<>(sources);
    }

    private <T> @Nullable T convert(@Nullable Object plain, Class<T> type) {
        try {
            return plain == null ? null : json.convert(plain, type);
        } catch (DecodeException e) {
            // The shape is not promised for every answer; the answer itself keeps the value as it came.
            return null;
        }
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
