/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.sse.FrameDecoder;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An HTTP answer whose body is a stream of frames.
 *
 * @param transport carries the request; never repeats it
 * @param request makes the request of one attempt
 * @param decoder makes the decoder of one attempt
 * @param accepts whether a head begins a stream; other answers are collected and told as ordinary ones
 * @param scheduler bounds the wait for the end of the body behind the end mark
 */
public record HttpStreamingSource(
        HttpTransport transport,
        Supplier<HttpRequest> request,
        Supplier<? extends FrameDecoder> decoder,
        Predicate<ResponseHead> accepts,
        Scheduler scheduler)
        implements StreamingSource<Frame> {

    @Override
    public StreamingConnection ask(Listener<Frame> listener) {
        HttpRequest made = request.get();
        HttpResponseStream stream = new HttpResponseStream(made.label(), decoder.get(), accepts, scheduler, listener);
        stream.connected(transport.open(made, stream));
        return stream;
    }
}
