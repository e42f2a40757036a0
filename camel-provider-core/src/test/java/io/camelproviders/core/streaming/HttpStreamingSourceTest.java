/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.http.StreamListener;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.sse.FrameDecoder;
import io.camelproviders.core.sse.StreamFormatException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HttpStreamingSourceTest {

    private static final int WINDOW = StreamConnection.INITIAL_CREDIT;

    /** One connection, told by the test. */
    private static final class Wire implements HttpTransport, StreamConnection {
        private final List<StreamListener> listeners = new ArrayList<>();
        private int granted;
        private boolean aborted;

        @Override
        public CompletableFuture<HttpResponse> call(HttpRequest request) {
            throw new UnsupportedOperationException("a streamed question opens");
        }

        @Override
        public StreamConnection open(HttpRequest request, StreamListener listener) {
            listeners.add(listener);
            return this;
        }

        @Override
        public void grant(int bytes) {
            granted += bytes;
        }

        @Override
        public void abort() {
            aborted = true;
        }

        void send(byte[] bytes) {
            listeners.get(0).onBytes(ByteBuffer.wrap(bytes));
        }

        void send(String text) {
            send(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A frame a line; lines that begin with a colon are none. */
    private static final class Lines implements FrameDecoder {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void feed(ByteBuffer bytes, Consumer<Frame> frames) {
            while (bytes.hasRemaining()) {
                byte next = bytes.get();
                if (next == '\n') {
                    end(frames);
                } else {
                    line.write(next);
                }
                if (line.size() > 1_000_000) {
                    throw new StreamFormatException("a line is longer than 1000000 bytes");
                }
            }
        }

        @Override
        public void end(Consumer<Frame> frames) {
            byte[] data = line.toByteArray();
            line.reset();
            if (data.length > 0 && data[0] != ':') {
                frames.accept(new Frame("message", data, null, false, data.length + 1));
            }
        }
    }

    private final Wire wire = new Wire();
    private final JumpingScheduler scheduler = new JumpingScheduler();
    private final CollectingSubscriber sink = new CollectingSubscriber(0);

    private ChunkSubscription start() {
        HttpRequest request = new HttpRequest(
                "POST",
                URI.create("http://127.0.0.1/words"),
                List.of(),
                new byte[0],
                Timeouts.stream(Duration.ofSeconds(1), Duration.ofSeconds(1), null, Duration.ofSeconds(1)),
                RetrySafety.PAID,
                "fake:words/say");
        StreamingSource<Frame> frames =
                new HttpStreamingSource(wire, () -> request, Lines::new, ResponseHead::success, scheduler);
        StreamingSource<String> words = listener -> frames.ask(new Texts(listener));
        return new StreamingCall<>(
                        words,
                        () -> new WordChunkReader("END"),
                        StreamingRetry.NEVER,
                        scheduler,
                        new StreamingCall.Label("fake", "words/say"),
                        10_000_000)
                .start(sink);
    }

    /** Frames as words. */
    private record Texts(StreamingSource.Listener<String> words) implements StreamingSource.Listener<Frame> {
        @Override
        public void onOpen(@org.jspecify.annotations.Nullable ResponseHead head) {
            words.onOpen(head);
        }

        @Override
        public void onItem(Frame item, int size) {
            words.onItem(item.text(), size);
        }

        @Override
        public void onClose() {
            words.onClose();
        }

        @Override
        public void onResponse(HttpResponse response) {
            words.onResponse(response);
        }

        @Override
        public void onFailure(io.camelproviders.core.error.ProviderException cause) {
            words.onFailure(cause);
        }
    }

    @Test
    void withoutDemandNothingIsGrantedBeyondTheFirstWindow() {
        start();
        String frame = "x".repeat(1023) + "\n";

        for (int i = 0; i < WINDOW / 1024; i++) {
            wire.send(frame);
        }

        assertThat(wire.granted).isZero();
    }

    @Test
    void whatIsTakenIsGrantedAgainInBatches() {
        ChunkSubscription flow = start();
        String frame = "x".repeat(1023) + "\n";
        for (int i = 0; i < WINDOW / 1024; i++) {
            wire.send(frame);
        }

        flow.request(10);
        int afterFew = wire.granted;
        flow.request(40);

        assertThat(afterFew).isZero();
        assertThat(sink.chunks).hasSize(50);
        assertThat(wire.granted).isBetween(WINDOW / 2, WINDOW);
    }

    @Test
    void bytesThatBecomeNoFrameAreGrantedAgainWithoutDemand() {
        start();
        String comment = ":" + "x".repeat(1022) + "\n";

        for (int i = 0; i < 10 * WINDOW / 1024; i++) {
            wire.send(comment);
        }

        assertThat(wire.granted).isBetween(9 * WINDOW, 10 * WINDOW);
    }

    @Test
    void aFrameLargerThanTheWindowStillArrives() {
        ChunkSubscription flow = start();
        flow.request(1);

        for (int i = 0; i < 5; i++) {
            wire.send("y".repeat(WINDOW));
        }
        wire.send("\n");

        assertThat(wire.granted).isGreaterThanOrEqualTo(4 * WINDOW);
        assertThat(sink.chunks).singleElement().asString().hasSize(5 * WINDOW);
    }

    @Test
    void aLineBeyondTheDecodersLimitFailsAndClosesTheConnection() {
        ChunkSubscription flow = start();
        flow.request(1);

        for (int i = 0; i < 17; i++) {
            wire.send("y".repeat(WINDOW));
        }

        assertThat(sink.failure).isInstanceOf(LimitExceededException.class).hasMessageContaining("fake:words/say");
        assertThat(wire.aborted).isTrue();
    }

    @Test
    void behindTheEndMarkTheConnectionIsKeptIfTheBodyEndsSoon() {
        ChunkSubscription flow = start();
        flow.request(Long.MAX_VALUE);
        wire.send("hello\nEND\n");

        wire.listeners.get(0).onClose();
        scheduler.jump();

        assertThat(sink.answer).isNotNull();
        assertThat(wire.aborted).isFalse();
    }

    @Test
    void behindTheEndMarkAnEndlessBodyIsCutOff() {
        ChunkSubscription flow = start();
        flow.request(Long.MAX_VALUE);
        wire.send("hello\nEND\nmore\n");

        scheduler.jump();

        assertThat(sink.answer).isNotNull();
        assertThat(wire.aborted).isTrue();
    }

    @Test
    void theLastLineWithoutItsEndCountsWhereTheDecoderSaysSo() {
        ChunkSubscription flow = start();
        flow.request(Long.MAX_VALUE);
        wire.send("hello\nEND");

        wire.listeners.get(0).onClose();

        assertThat(sink.answer).isNotNull();
        assertThat(sink.whole().text()).isEqualTo("hello");
    }

    @Test
    void cancelAbortsTheConnection() {
        ChunkSubscription flow = start();
        wire.send("hello\n");

        flow.cancel();

        assertThat(wire.aborted).isTrue();
    }
}
