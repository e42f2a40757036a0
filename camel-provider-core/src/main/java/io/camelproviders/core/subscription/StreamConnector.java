/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.sse.FrameDecoder;
import java.util.concurrent.CompletableFuture;

/** A provider's half of one stream: how it is opened and what its frames mean. Stateless between attempts. */
public interface StreamConnector {

    /** Where the stream stands at this moment, so that a first start can pin it. Fails with a {@code ProviderException}. */
    CompletableFuture<StreamOffset> now();

    /**
     * Runs once per attempt: whatever the handshake needs (a ticket), then the request that opens the stream after a
     * position. Makes no retries of its own. Fails with a {@code ProviderException}.
     */
    CompletableFuture<HttpRequest> prepare(StreamOffset after);

    /** A decoder for one connection. */
    FrameDecoder newDecoder();

    /** What a frame means; never throws, a frame that cannot be read is {@link StreamEvent.Kind#MALFORMED}. */
    StreamEvent decode(Frame frame);

    /** Tells the answer that came instead of a stream as an error. */
    ProviderException fault(HttpResponse answer);
}
