/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.error.ProviderException;

/**
 * Hears one answer: events and one end. One call at a time, in order, on a thread of the transport, the timer or whoever
 * calls the socket; must not block or run foreign code.
 */
public interface AnswerListener {

    /**
     * A progress, a piece of text, snippets; ends are not told here.
     *
     * @param size characters that it took; to be given back with {@link QuestionHandle#release} once it was taken
     */
    void event(QgptEvent event, int size);

    /** End: the answer is whole. */
    void completed(AnswerEnd end);

    /** End: there is no whole answer. A {@code StreamFaultException} tells what had arrived. */
    void failed(ProviderException cause);
}
