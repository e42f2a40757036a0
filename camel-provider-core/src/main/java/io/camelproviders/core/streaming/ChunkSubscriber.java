/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.error.ProviderException;

/**
 * Takes an answer: {@code onStart}, chunks as far as they were requested, one end. One call at a time, in order, on an
 * I/O, timer or requesting thread; must not block or run foreign code (a route is handed over by the sink).
 *
 * @param <C> type of the chunks
 */
public interface ChunkSubscriber<C> {

    /** The question is about to be sent. Nothing arrives until {@link ChunkSubscription#request} was called. */
    void onStart(ChunkSubscription flow);

    /** A chunk. */
    void onChunk(C chunk);

    /** End: the answer is whole. */
    void onComplete(StreamingResult answer);

    /**
     * End: there is no whole answer. A {@code StreamFaultException} tells what had arrived; an {@code AbortedException}
     * that {@link ChunkSubscription#cancel} was called; everything else is a failure before the first chunk or a limit.
     */
    void onFailure(ProviderException cause);
}
