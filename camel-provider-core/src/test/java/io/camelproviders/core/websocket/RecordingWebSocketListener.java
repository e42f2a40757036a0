/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

import io.camelproviders.core.error.ProviderException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what a WebSocket told. */
class RecordingWebSocketListener implements WebSocketListener {

    final CountDownLatch opened = new CountDownLatch(1);
    final List<String> messages = new CopyOnWriteArrayList<>();
    final CompletableFuture<Object> end = new CompletableFuture<>();
    final AtomicInteger ends = new AtomicInteger();

    @Override
    public void opened() {
        opened.countDown();
    }

    @Override
    public void message(String text) {
        messages.add(text);
    }

    @Override
    public void closed(int code, String reason) {
        ends.incrementAndGet();
        end.complete(code);
    }

    @Override
    public void failed(ProviderException cause) {
        ends.incrementAndGet();
        end.complete(cause);
    }
}
