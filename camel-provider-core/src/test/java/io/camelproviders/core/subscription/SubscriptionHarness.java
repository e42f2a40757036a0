/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.RecordingScheduler;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.http.StreamListener;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.offset.MemoryOffsetStore;
import io.camelproviders.core.offset.OffsetStore;
import io.camelproviders.core.offset.OffsetStoreException;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.retry.Backoff;
import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.sse.FrameDecoder;
import io.camelproviders.core.sse.SseDecoder;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One subscription whose server, clock, store and route are in the hands of a test. For one thread. */
final class SubscriptionHarness {

    static final Backoff RECONNECT = Backoff.of(Duration.ofMillis(500), 2, Duration.ofSeconds(30));

    final RecordingScheduler scheduler = new RecordingScheduler();
    final List<Connection> connections = new ArrayList<>();
    final List<StreamOffset> asked = new ArrayList<>();
    final List<Delivery> deliveries = new ArrayList<>();
    final List<String> reports = new ArrayList<>();
    final Map<String, CompletableFuture<MessageHandler.FilterResult>> choices = new java.util.HashMap<>();
    final MemoryOffsetStore memory = new MemoryOffsetStore();
    boolean storeBroken;
    boolean handshakeThrows;
    CompletableFuture<StreamOffset> now = CompletableFuture.completedFuture(new StreamOffset("m0"));

    /** One connection: what the subscription granted, and the server's mouth. */
    static final class Connection implements StreamConnection {
        private final StreamListener listener;
        long granted;
        boolean aborted;

        Connection(StreamListener listener) {
            this.listener = listener;
        }

        @Override
        public void grant(int bytes) {
            granted += bytes;
        }

        @Override
        public void abort() {
            aborted = true;
        }

        Connection open() {
            listener.opened(head(200));
            return this;
        }

        Connection says(String text) {
            listener.bytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        Connection message(String id) {
            return says("id: " + id + "\nevent: message\ndata: x\n\n");
        }

        void close() {
            listener.closed();
        }

        void answer(int status) {
            listener.answered(new HttpResponse(head(status), new byte[0], 1));
        }
    }

    private static ResponseHead head(int status) {
        return new ResponseHead(status, List.of());
    }

    static SubscriptionSettings settings(int maxInFlight, OnFailure onFailure, OnUnknownOffset onUnknown) {
        return new SubscriptionSettings(
                null,
                maxInFlight,
                1_000,
                RECONNECT,
                RECONNECT,
                -1,
                -1,
                Duration.ofMinutes(1),
                onFailure,
                onUnknown,
                false);
    }

    StreamSubscription subscription(SubscriptionSettings settings) {
        SubscriptionDependencies parts = new SubscriptionDependencies(
                new Transport(),
                step -> scheduler.after(Duration.ZERO, step),
                scheduler,
                new Store(),
                new InFlightGate(64),
                new Route(),
                new StreamLog(scheduler));
        return new StreamSubscription(
                "c",
                new Connector(),
                settings,
                parts,
                new StreamSubscription.Beginning("c", () -> now, new OffsetAttachments() {
                    @Override
                    public Map<String, String> changes() {
                        return Map.of();
                    }

                    @Override
                    public void passed(String id) {
                        reports.add("passed " + id);
                    }
                }));
    }

    /** Starts and lets the first connection be opened. */
    StreamSubscription started(SubscriptionSettings settings) {
        StreamSubscription made = subscription(settings);
        made.start();
        scheduler.advance(Duration.ZERO);
        return made;
    }

    Connection last() {
        return connections.get(connections.size() - 1);
    }

    /** Lets the next back-off pass. */
    Connection reconnected() {
        scheduler.advance(Duration.ofMinutes(2));
        return last();
    }

    List<String> delivered() {
        return deliveries.stream()
                .map(delivery -> String.valueOf(delivery.event().id()))
                .toList();
    }

    Delivery delivery(int number) {
        return deliveries.get(number);
    }

    Optional<String> stored() {
        return memory.load("c").join();
    }

    private final class Transport implements HttpTransport {
        @Override
        public CompletableFuture<HttpResponse> call(HttpRequest request) {
            throw new IllegalStateException("streams only");
        }

        @Override
        public StreamConnection open(HttpRequest request, StreamListener listener) {
            Connection connection = new Connection(listener);
            connections.add(connection);
            return connection;
        }
    }

    private final class Store implements OffsetStore {
        @Override
        public CompletableFuture<Optional<String>> load(String key) {
            return memory.load(key);
        }

        @Override
        public CompletableFuture<Void> save(Map<String, String> entries) {
            return storeBroken
                    ? CompletableFuture.failedFuture(new OffsetStoreException("full"))
                    : memory.save(entries);
        }

        @Override
        public boolean durable() {
            return true;
        }

        @Override
        public String describe() {
            return "lab";
        }
    }

    private final class Route implements MessageHandler {
        @Override
        public CompletableFuture<FilterResult> choose(String streamKey, StreamEvent event) {
            return choices.getOrDefault(
                    String.valueOf(event.id()), CompletableFuture.completedFuture(FilterResult.DELIVER));
        }

        @Override
        public boolean mayBeOwn(StreamEvent event) {
            return String.valueOf(event.id()).startsWith("own");
        }

        @Override
        public void deliver(Delivery delivery) {
            deliveries.add(delivery);
        }

        @Override
        public void report(String streamKey, String what, Throwable cause, boolean named) {
            reports.add(what);
        }
    }

    private final class Connector implements StreamConnector {
        @Override
        public CompletableFuture<StreamOffset> now() {
            return now;
        }

        @Override
        public CompletableFuture<HttpRequest> prepare(StreamOffset after) {
            asked.add(after);
            if (handshakeThrows) {
                throw new IllegalStateException("no handshake");
            }
            return CompletableFuture.completedFuture(REQUEST);
        }

        @Override
        public FrameDecoder newDecoder() {
            return new SseDecoder(1_000_000, 1_000_000);
        }

        @Override
        public StreamEvent decode(Frame frame) {
            if (frame.type().equals("heartbeat")) {
                return new StreamEvent(StreamEvent.Kind.HEARTBEAT, null, frame.type(), "", "", "");
            }
            return new StreamEvent(StreamEvent.Kind.MESSAGE, frame.id(), frame.type(), "", frame.text(), "");
        }

        @Override
        public ProviderException fault(HttpResponse answer) {
            return new ServerException(ErrorDetails.builder("status " + answer.status())
                    .status(answer.status())
                    .build());
        }
    }

    private static final HttpRequest REQUEST = request();

    private static HttpRequest request() {
        return new HttpRequest(
                "GET",
                URI.create("http://127.0.0.1/stream"),
                List.of(),
                new byte[0],
                Timeouts.stream(Duration.ofSeconds(1), Duration.ofSeconds(1), null, Duration.ofSeconds(1)),
                RetrySafety.SAFE,
                "stream");
    }
}
