/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.error.ProviderException;
import java.util.concurrent.CompletableFuture;

/** Takes every chunk as it comes and keeps only the end. */
final class ResultCollector<C> implements ChunkSubscriber<C> {

    private final CompletableFuture<StreamingResult> future = new CompletableFuture<>();

    CompletableFuture<StreamingResult> future() {
        return future;
    }

    @Override
    public void onStart(ChunkSubscription flow) {
        CompletableFuture<?> unused = Futures.onCancel(future, flow::cancel);
        flow.request(Long.MAX_VALUE);
    }

    @Override
    public void onChunk(C chunk) {
        // The flow collects the text and the reader the final record; the chunk itself is not needed.
    }

    @Override
    public void onComplete(StreamingResult answer) {
        future.complete(answer);
    }

    @Override
    public void onFailure(ProviderException cause) {
        future.completeExceptionally(cause);
    }
}
