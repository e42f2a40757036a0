/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.streaming.StreamingCall;
import io.camelproviders.core.streaming.StreamingResult;
import io.camelproviders.core.streaming.StreamingRetry;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * How a provider's streamed answers are asked for, and what a route gets of them. One for each producer and consumer;
 * thread-safe.
 *
 * @param <C> type of the chunks
 */
public interface StreamingOperation<C> {

    /**
     * A question, ready to be asked.
     *
     * @param call everything but the wish for a stream
     * @param timeouts of one attempt
     * @param retry decides whether the call is made again before its first chunk
     * @throws io.camelproviders.core.error.ProviderException if the call cannot be made
     */
    StreamingCall<?, C> ask(OperationCall call, Timeouts timeouts, StreamingRetry retry);

    /**
     * The body of the exchange that gets the whole answer; called on the hand-over pool. The attributes become headers.
     *
     * @throws io.camelproviders.core.error.ProviderException if the answer is not what was asked for
     */
    default @Nullable Object body(OperationCall call, StreamingResult answer) {
        return answer.result() == null ? answer.text() : answer.result();
    }

    /** Makes the message of an exchange that gets one chunk: body, {@code Camel<Scheme>Event…} headers. */
    default void fill(Message message, C chunk) {
        message.setBody(chunk);
    }

    /** The text that a chunk adds to the answer; for the partial text of a failure. */
    default String text(C chunk) {
        return "";
    }
}
