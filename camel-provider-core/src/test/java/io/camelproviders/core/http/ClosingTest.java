/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.testkit.BodyStream;
import io.camelproviders.testkit.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Closing while a thousand streams are busy. The selector's sets belong to the I/O threads: closing it from another one in
 * the middle of their work made them fail with a ConcurrentModificationException, which was printed.
 */
class ClosingTest extends TransportTest {

    private static final int STREAMS = 1_000;
    private static final byte[] PART = "data: x\n\n".repeat(20).getBytes(StandardCharsets.US_ASCII);

    @Test
    void closesAThousandBusyStreamsQuietlyAndCompletelyOverAndOver() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (LoopbackServer server = LoopbackServer.start(
                "flood", (request, responder) -> flood(responder.stream(200, "Content-Type", "text/event-stream")))) {
            for (int round = 0; round < 8; round++) {
                // given
                restart(HttpSettings.builder().maxConnectsPerSecond(20_000));
                List<Reader> readers = open(server.uri());
                await().atMost(LONG).until(() -> readers.stream().allMatch(one -> one.received.get() > 0));
                // when
                long start = System.nanoTime();
                transport.close();
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                // then
                assertThat(took).isLessThan(Duration.ofSeconds(8));
                for (Reader reader : readers) {
                    assertThat(reader.awaitEnd()).isInstanceOf(AbortedException.class);
                }
                await().atMost(LONG).until(() -> server.openConnections() == 0);
                await().atMost(LONG).until(() -> ioThreads() == 0);
            }
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("Exception");
    }

    private List<Reader> open(URI uri) {
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            Reader reader = new Reader();
            readers.add(reader);
            transport.open(stream(uri), reader);
        }
        return readers;
    }

    private static void flood(BodyStream body) {
        if (body.open()) {
            body.write(PART);
            body.onDrained(() -> flood(body));
        }
    }

    /** Reads without end. */
    private static final class Reader extends RecordingListener {

        @Override
        public void onBytes(ByteBuffer chunk) {
            received.addAndGet(chunk.remaining());
            connection().grant(chunk.remaining());
        }
    }

    private static long ioThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("camel-provider-io"))
                .count();
    }
}
