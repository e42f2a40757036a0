/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.http.ResponseHead;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A streamed answer that reached its end.
 *
 * @param text texts of all chunks in order, or the whole text as the provider told it; empty if there is none
 * @param result the final record as the provider's reader made it; null if there is none
 * @param attributes values beside the answer: model, usage, sources; no null values
 * @param chunks chunks handed on
 * @param attempts questions sent, the first one included
 * @param head status and headers of the answer; null where the transport has none (a WebSocket)
 */
public record StreamingResult(
        String text,
        @Nullable Object result,
        Map<String, Object> attributes,
        long chunks,
        int attempts,
        @Nullable ResponseHead head) {

    public StreamingResult {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
