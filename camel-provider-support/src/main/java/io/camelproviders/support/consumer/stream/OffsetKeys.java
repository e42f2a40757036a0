/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.support.component.StreamSource;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which one consumer keeps its offsets: {@code offsetKey}, else scheme, host, account and stream. For a
 * consumer of all streams of an account {@code offsetKey} is the prefix of its keys.
 *
 * @param source knows the default keys
 * @param given option {@code offsetKey}, or null
 */
record OffsetKeys(StreamSource source, @Nullable String given) {

    /** Takes the place of a stream in the key of an account's beginning; no provider uses it as an id. */
    private static final String ALL = "*";

    /** Key of a stream's offset. */
    String of(String streamKey) {
        if (given == null) {
            return source.offsetKey(streamKey);
        }
        return source.only().isPresent() ? given : given + '|' + streamKey;
    }

    /** Key of the offset where the consumer began: of its only stream, or of all streams together. */
    String start() {
        return of(source.only().orElse(ALL));
    }
}
