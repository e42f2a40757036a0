/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.core.error.AbortedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LifecycleTest extends TransportTest {

    @Test
    void closingAbortsEverythingAndLeavesNothingBehind() throws Exception {
        RecordingListener listener = new RecordingListener();
        CountDownLatch gone = new CountDownLatch(3);
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            if (peer.lastHead().contains("/stream")) {
                peer.send(STREAM);
            } else if (peer.lastHead().contains("/idle")) {
                peer.send(OK);
            }
            peer.awaitClientGone();
            gone.countDown();
        })) {
            CompletableFuture<HttpResponse> call = transport.call(get(server.uri("/call")));
            answer(transport.call(get(server.uri("/idle"))));
            transport.open(stream(server.uri("/stream")), listener);
            listener.opened.get(10, TimeUnit.SECONDS);
            await().until(() -> server.heads.size() == 3);

            long start = System.nanoTime();
            transport.close();
            transport.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            assertThat(failure(call)).isInstanceOf(AbortedException.class);
            assertThat(listener.awaitEnd()).isInstanceOf(AbortedException.class);
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
            await().until(() -> ioThreads() == 0);
            assertThat(transport.stats().openStreams()).isZero();
            assertThat(timer.getQueue()).isEmpty();
        }
    }

    @Test
    void abortsAtOnceWhatComesAfterClosing() throws Exception {
        RecordingListener listener = new RecordingListener();
        transport.close();
        try (RawServer server = RawServer.answering(OK)) {
            CompletableFuture<HttpResponse> call = transport.call(get(server.uri("/")));
            transport.open(stream(server.uri("/")), listener);

            assertThat(failure(call)).isInstanceOf(AbortedException.class);
            assertThat(listener.awaitEnd()).isInstanceOf(AbortedException.class);
            assertThat(server.connections).hasValue(0);
        }
    }

    @Test
    void startsAndStopsWithoutLeavingThreads() {
        for (int i = 0; i < 30; i++) {
            restart(HttpSettings.builder());
        }

        await().until(() -> ioThreads() <= 3);
    }

    @Test
    void carriesAThousandCallsAtOnceOnFewThreads() throws Exception {
        restart(HttpSettings.builder().maxConnections(1_000));
        CountDownLatch all = new CountDownLatch(1_000);
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            all.countDown();
            all.await();
            peer.send(OK);
            peer.awaitClientGone();
        })) {
            List<CompletableFuture<HttpResponse>> calls = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                calls.add(transport.call(get(server.uri("/" + i))));
            }

            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ioThreads()).isLessThanOrEqualTo(3);
            for (CompletableFuture<HttpResponse> call : calls) {
                assertThat(answer(call).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void holdsManyStreamsAndTimersOfNone() throws Exception {
        restart(HttpSettings.builder().maxConnectsPerSecond(1_000));
        List<RecordingListener> listeners = new ArrayList<>();
        List<StreamConnection> connections = new ArrayList<>();
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM + "1\r\na\r\n");
            peer.awaitClientGone();
        })) {
            for (int i = 0; i < 300; i++) {
                RecordingListener listener = new RecordingListener();
                listeners.add(listener);
                connections.add(transport.open(stream(server.uri("/" + i)), listener));
            }
            await().atMost(LONG).until(() -> listeners.stream().allMatch(one -> one.received.get() == 1));
            assertThat(transport.stats().openStreams()).isEqualTo(300);
            assertThat(ioThreads()).isLessThanOrEqualTo(3);

            connections.forEach(StreamConnection::abort);

            assertThat(listeners).allMatch(one -> one.end.isDone());
            assertThat(transport.stats().openStreams()).isZero();
            await().until(() -> timer.getQueue().isEmpty());
        }
    }

    private static long ioThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("camel-provider-io"))
                .count();
    }
}
