/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CreditTest extends TransportTest {

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
                    bodyless("GET", server.uri("/"), Deadlines.stream(LONG, LONG, SHORT, SHORT)), listener);
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
        StreamConnection[] connection = new StreamConnection[1];
        RecordingListener reader = new RecordingListener() {
            @Override
            void read(int length) {
                for (int i = 0; i < length; i += 100) {
                    connection[0].grant(Math.min(100, length - i));
                }
            }
        };
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM);
            peer.chunk(content);
            peer.send("0\r\n\r\n");
        })) {
            connection[0] = transport.open(stream(server.uri("/")), reader);

            assertThat(reader.awaitEnd()).isEqualTo("closed");
            assertThat(reader.body()).isEqualTo(content);
        }
    }

    @Test
    void aBlastDoesNotStarveAQuietStream() throws Exception {
        restart(HttpSettings.builder().ioThreads(1));
        RecordingListener quiet = new RecordingListener();
        StreamConnection[] blast = new StreamConnection[1];
        RecordingListener flooded = new RecordingListener() {
            @Override
            public void bytes(ByteBuffer chunk) {
                received.addAndGet(chunk.remaining());
                blast[0].grant(chunk.remaining());
            }
        };
        AtomicLong worst = new AtomicLong();
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM);
            boolean slow = peer.lastHead().contains("/quiet");
            byte[] event = new byte[200];
            for (int i = 0; slow && i < 50; i++) {
                long sent = System.nanoTime();
                int before = quiet.received.get();
                peer.chunk(event);
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> quiet.received.get() > before);
                worst.accumulateAndGet(System.nanoTime() - sent, Math::max);
            }
            while (!slow) {
                peer.chunk(event);
            }
            peer.send("0\r\n\r\n");
        })) {
            blast[0] = transport.open(stream(server.uri("/blast")), flooded);
            await().until(() -> flooded.received.get() > 1_000_000);

            transport.open(stream(server.uri("/quiet")), quiet);

            assertThat(quiet.awaitEnd()).isEqualTo("closed");
            assertThat(Duration.ofNanos(worst.get())).isLessThan(Duration.ofSeconds(2));
            assertThat(flooded.end).isNotDone();
        }
    }
}
