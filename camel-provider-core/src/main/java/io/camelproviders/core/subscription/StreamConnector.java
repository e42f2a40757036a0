/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.sse.FrameDecoder;
import java.util.concurrent.CompletableFuture;

/** The provider's side of one stream: how it is opened and what its frames mean. Stateless between attempts. */
public interface StreamConnector {

    /** The current end of the stream, for a first start. Fails with a {@code ProviderException}. */
    CompletableFuture<StreamOffset> now();

    /**
     * Called once per attempt: whatever the handshake needs (a ticket), then the request that opens the stream after an offset.
     * Does not retry by itself. Fails with a {@code ProviderException} whose {@code details().fromProvider()} says whether the
     * provider itself refused. Cancelling the future cancels the handshake.
     */
    CompletableFuture<HttpRequest> prepare(StreamOffset after);

    /** A decoder for one connection. */
    FrameDecoder newDecoder();

    /** Decodes a frame; one that cannot be decoded is {@link StreamEvent.Kind#MALFORMED}. */
    StreamEvent decode(Frame frame);

    /**
     * The response that came instead of a stream as an exception. Its {@code details().fromProvider()} says whether the response
     * carries the provider's own error envelope; without it the failure counts as an outage, whatever its status.
     */
    ProviderException fault(HttpResponse response);
}
