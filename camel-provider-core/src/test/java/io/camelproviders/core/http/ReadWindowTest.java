/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadWindowTest extends TransportTest {

    private final RecordingListener listener = new RecordingListener();

    @Test
    void doesNotCountSilenceWhileItMayNotRead() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM);
            peer.chunk(new byte[200_000]);
            peer.send("0\r\n\r\n");
            peer.awaitClientGone();
        })) {
            StreamConnection connection = transport.open(
                    bodyless("GET", server.uri("/"), Timeouts.stream(LONG, LONG, SHORT, SHORT)), listener);
            await().until(() -> listener.received.get() >= StreamConnection.INITIAL_CREDIT);

            await().during(SHORT.multipliedBy(3)).atMost(LONG).until(() -> !listener.end.isDone());
            connection.grant(1_000_000);

            assertThat(listener.awaitEnd()).isEqualTo("closed");
            assertThat(listener.received).hasValue(200_000);
        }
    }

    @Test
    void readsNoMoreThanIsGrantedAndThenEverything() throws Exception {
        byte[] content = new byte[8 * 1024 * 1024];
        new Random(7).nextBytes(content);
        AtomicLong written = new AtomicLong();
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM);
            for (int at = 0; at < content.length; at += 256) {
                peer.chunk(java.util.Arrays.copyOfRange(content, at, at + 256));
                written.addAndGet(256);
            }
            peer.send("0\r\n\r\n");
        })) {
            StreamConnection connection = transport.open(stream(server.uri("/")), listener);
            await().until(() -> listener.received.get() >= StreamConnection.INITIAL_CREDIT);

            AtomicLong seen = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(500)).until(() -> seen.getAndSet(written.get()) == written.get());
            assertThat(listener.received.get()).isLessThan(100 * 1024);
            assertThat(written.get()).as("the server is blocked").isLessThan(content.length);

            connection.grant(100_000);
            await().until(() -> listener.received.get() >= StreamConnection.INITIAL_CREDIT + 100_000);
            await().during(Duration.ofMillis(500)).until(() -> listener.received.get() < 200 * 1024);

            connection.grant(content.length);
            assertThat(listener.awaitEnd()).isEqualTo("closed");
            assertThat(listener.body()).isEqualTo(content);
        }
    }

    @Test
    void honoursTheSmallestGrants() throws Exception {
        byte[] content = new byte[300_000];
        new Random(8).nextBytes(content);
        RecordingListener reader = new RecordingListener() {
            @Override
            void read(int length) {
                for (int i = 0; i < length; i += 100) {
                    connection().grant(Math.min(100, length - i));
                }
            }
        };
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM);
            peer.chunk(content);
            peer.send("0\r\n\r\n");
        })) {
            transport.open(stream(server.uri("/")), reader);

            assertThat(reader.awaitEnd()).isEqualTo("closed");
            assertThat(reader.body()).isEqualTo(content);
        }
    }

    /** Counted in bytes of the blast that came before an event of the quiet stream, so that a busy machine matters little. */
    @Test
    void aBlastDoesNotStarveAQuietStream() throws Exception {
        restart(HttpSettings.builder().ioThreads(1));
        AtomicLong blasted = new AtomicLong();
        RecordingListener flooded = new RecordingListener() {
            @Override
            public void onBytes(ByteBuffer chunk) {
                blasted.addAndGet(chunk.remaining());
                connection().grant(chunk.remaining());
            }
        };
        BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
        RecordingListener quiet = new RecordingListener() {
            @Override
            void read(int length) {
                arrivals.add(blasted.get());
            }
        };
        List<Long> between = new CopyOnWriteArrayList<>();
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM);
            if (peer.lastHead().contains("/quiet")) {
                for (int i = 0; i < 31; i++) {
                    long before = blasted.get();
                    peer.chunk(new byte[200]);
                    between.add(Objects.requireNonNull(arrivals.poll(20, TimeUnit.SECONDS)) - before);
                }
                peer.send("0\r\n\r\n");
            }
            byte[] events = ("c8\r\n" + "x".repeat(200) + "\r\n").repeat(1_000).getBytes(StandardCharsets.US_ASCII);
            while (peer.lastHead().contains("/blast")) {
                peer.out.write(events);
            }
        })) {
            transport.open(stream(server.uri("/blast")), flooded);
            await().until(() -> blasted.get() > 1_000_000);

            transport.open(stream(server.uri("/quiet")), quiet);

            assertThat(quiet.awaitEnd()).isEqualTo("closed");
            assertThat(between.stream().sorted().skip(15).findFirst().orElseThrow())
                    .isLessThan(8 * 1024 * 1024);
            assertThat(flooded.end).isNotDone();
        }
    }
}
