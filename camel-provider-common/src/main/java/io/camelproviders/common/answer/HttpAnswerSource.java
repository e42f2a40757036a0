/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.answer;

import io.camelproviders.common.http.HttpRequest;
import io.camelproviders.common.http.HttpTransport;
import io.camelproviders.common.http.ResponseHead;
import io.camelproviders.common.retry.Sleeper;
import io.camelproviders.common.stream.Frame;
import io.camelproviders.common.stream.FrameDecoder;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An HTTP answer whose body is a stream of frames.
 *
 * @param transport carries the request; never repeats it
 * @param request makes the request of one attempt
 * @param decoder makes the decoder of one attempt
 * @param accepts whether a head begins a stream; other answers are collected and told as ordinary ones
 * @param sleeper bounds the wait for the end of the body behind the end mark
 */
public record HttpAnswerSource(
        HttpTransport transport,
        Supplier<HttpRequest> request,
        Supplier<? extends FrameDecoder> decoder,
        Predicate<ResponseHead> accepts,
        Sleeper sleeper)
        implements AnswerSource<Frame> {

    @Override
    public AnswerConnection ask(Listener<Frame> listener) {
        HttpRequest made = request.get();
        HttpAnswerStream stream = new HttpAnswerStream(made.label(), decoder.get(), accepts, sleeper, listener);
        stream.connected(transport.open(made, stream));
        return stream;
    }
}
