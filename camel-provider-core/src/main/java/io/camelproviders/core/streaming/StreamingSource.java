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

    /** Sends the question; does not block. The listener receives exactly one end, on any thread. */
    StreamingConnection ask(Listener<F> listener);

    /**
     * Callbacks, one call at a time: {@code onOpen} and items, or {@code onResponse}; then one end.
     *
     * @param <F> type of the items
     */
    interface Listener<F> {

        /** The answer begins; the head is null where the transport has none. */
        void onOpen(@Nullable ResponseHead head);

        /**
         * An item of the answer.
         *
         * @param size bytes that it took; given back with {@link StreamingConnection#release}
         */
        void onItem(F item, int size);

        /** End: the stream was closed properly. */
        void onClose();

        /** End: an ordinary response instead of a stream. */
        void onResponse(HttpResponse response);

        /** End: broken off, timed out, refused, over a limit. */
        void onFailure(ProviderException cause);
    }
}
