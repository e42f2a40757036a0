/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import org.jspecify.annotations.Nullable;

/**
 * Carries a question and brings back the items of its answer: frames of an HTTP body, messages of a WebSocket. Each call
 * of {@link #ask} is one attempt.
 *
 * @param <F> type of the items
 */
public interface StreamingSource<F> {

    /** Sends the question; does not block. The listener is told of exactly one end, on any thread. */
    StreamingConnection ask(Listener<F> listener);

    /**
     * What a source tells, one call at a time: {@code opened} and items, or {@code answered}; then one end.
     *
     * @param <F> type of the items
     */
    interface Listener<F> {

        /** The answer begins; the head is null where the transport has none. */
        void opened(@Nullable ResponseHead head);

        /**
         * An item of the answer.
         *
         * @param size bytes that it took; given back with {@link StreamingConnection#release}
         */
        void item(F item, int size);

        /** End: the stream was closed properly. */
        void closed();

        /** End: an ordinary answer instead of a stream. */
        void answered(HttpResponse response);

        /** End: broken off, timed out, refused, over a limit. */
        void failed(ProviderException cause);
    }
}
