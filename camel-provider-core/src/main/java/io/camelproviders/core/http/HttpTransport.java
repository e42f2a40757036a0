/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.util.concurrent.CompletableFuture;

/**
 * Carries requests. No method blocks; a transport is closed by whoever made it.
 */
public interface HttpTransport {

    /**
     * Sends a request and collects the answer, whatever its status. Fails with a {@code ProviderException} when there
     * is no whole answer. The future completes on an I/O or timer thread, so whoever runs foreign code must hand over.
     * Cancelling it closes the connection at once.
     */
    CompletableFuture<HttpResponse> call(HttpRequest request);

    /**
     * Sends a request and streams the body of the answer. The listener is told of exactly one end. Redirects are never
     * followed; nothing is ever sent twice. The listener may hear of the stream, and even of its end, before this method
     * has returned, but on another thread ({@link StreamListener#connecting} excepted).
     */
    StreamConnection open(HttpRequest request, StreamListener listener);
}
