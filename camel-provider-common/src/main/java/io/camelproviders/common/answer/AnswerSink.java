/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.answer;

import io.camelproviders.common.error.ProviderException;

/**
 * Takes an answer: {@code onStart}, chunks as far as they were requested, one end. One call at a time, in order, on an
 * I/O, timer or requesting thread; must not block or run foreign code (a route is handed over by the sink).
 *
 * @param <C> type of the chunks
 */
public interface AnswerSink<C> {

    /** The question is about to be sent. Nothing arrives until {@link AnswerFlow#request} was called. */
    void onStart(AnswerFlow flow);

    /** A chunk. */
    void onChunk(C chunk);

    /** End: the answer is whole. */
    void onComplete(Answer answer);

    /**
     * End: there is no whole answer. A {@code StreamFaultException} tells what had arrived; an {@code AbortedException}
     * that {@link AnswerFlow#cancel} was called; everything else is a failure before the first chunk or a limit.
     */
    void onFailure(ProviderException cause);
}
