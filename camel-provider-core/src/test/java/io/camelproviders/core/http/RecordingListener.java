/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.error.ProviderException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Notes what it is told and fails the test if it is told two things at a time or two ends. */
class RecordingListener implements StreamListener {

    final List<String> told = new CopyOnWriteArrayList<>();
    final AtomicInteger received = new AtomicInteger();
    final CompletableFuture<ResponseHead> opened = new CompletableFuture<>();
    final CompletableFuture<Object> end = new CompletableFuture<>();
    volatile @Nullable Thread teller;
    private volatile @Nullable StreamConnection connection;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final AtomicBoolean busy = new AtomicBoolean();

    @Override
    public void onConnecting(StreamConnection opening) {
        connection = opening;
    }

    @Override
    public boolean accepts(ResponseHead head) {
        return head.status() == 200 && head.mediaType().equals("text/event-stream");
    }

    @Override
    public void onOpen(ResponseHead head) {
        alone("opened", () -> opened.complete(head));
    }

    @Override
    public void onBytes(ByteBuffer chunk) {
        alone("bytes", () -> {
            byte[] copy = new byte[chunk.remaining()];
            chunk.get(copy);
            body.writeBytes(copy);
            received.addAndGet(copy.length);
            read(copy.length);
        });
    }

    /** For subclasses that grant. */
    void read(int length) {
        told.remove("bytes");
        told.add("bytes");
    }

    @Override
    public void onClose() {
        alone("closed", () -> end.complete("closed"));
    }

    @Override
    public void onResponse(HttpResponse response) {
        alone("answered", () -> end.complete(response));
    }

    @Override
    public void onFailure(ProviderException cause) {
        alone("failed", () -> end.complete(cause));
    }

    private void alone(String what, Runnable step) {
        if (!busy.compareAndSet(false, true)) {
            told.add("two at a time");
        }
        told.add(what);
        teller = Thread.currentThread();
        step.run();
        busy.set(false);
    }

    Object awaitEnd() throws Exception {
        return end.get(20, TimeUnit.SECONDS);
    }

    StreamConnection connection() {
        return Objects.requireNonNull(connection);
    }

    byte[] body() {
        return body.toByteArray();
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }
}
