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
import io.camelproviders.core.retry.RetryPolicy;
import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.sse.FrameDecoder;
import io.camelproviders.core.sse.SseDecoder;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One subscription whose server, clock, store and route are in the hands of a test. For one thread. */
final class SubscriptionHarness {

    static final RetryPolicy RECONNECT = new RetryPolicy(
            -1,
            Duration.ofMillis(500),
            2,
            Duration.ofSeconds(30),
            SubscriptionSettings.MAX_REQUESTED_DELAY,
            RetryPolicy.LongWait.SHORTEN);

    final RecordingScheduler scheduler = new RecordingScheduler();
    final List<Connection> connections = new ArrayList<>();
    final List<StreamOffset> asked = new ArrayList<>();
    final List<Delivery> deliveries = new ArrayList<>();
    final List<String> reports = new ArrayList<>();
    final Map<String, CompletableFuture<MessageHandler.FilterResult>> choices = new HashMap<>();
    final MemoryOffsetStore memory = new MemoryOffsetStore();
    final CredentialGate credentials = new CredentialGate(scheduler, RECONNECT.maxDelay());
    final Faults faults = new Faults();
    final List<List<Object>> bodies = new ArrayList<>();
    boolean storeBroken;
    boolean handshakeThrows;
    boolean fromProvider = true;

    @Nullable
    Duration retryAfter;

    @Nullable
    CompletableFuture<HttpRequest> handshake;

    @Nullable
    CompletableFuture<Void> saving;

    int saves;
    int lookUps;

    /** Collaborators that throw when a test wants them to. */
    static final class Faults {
        private final Map<String, Supplier<? extends Throwable>> pending = new HashMap<>();
        private final Set<String> hits = new HashSet<>();

        /** The collaborator throws once. */
        void once(String where, Supplier<? extends Throwable> failure) {
            pending.put(where, failure);
        }

        boolean wasHit(String where) {
            return hits.contains(where);
        }

        void hit(String where) {
            Supplier<? extends Throwable> failure = pending.remove(where);
            if (failure != null) {
                hits.add(where);
                SubscriptionHarness.<RuntimeException>raise(failure.get());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void raise(Throwable failure) throws E {
        throw (E) failure;
    }

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
            listener.onOpen(head(200));
            return this;
        }

        Connection says(String text) {
            listener.onBytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        Connection message(String id) {
            return says("id: " + id + "\nevent: message\ndata: x\n\n");
        }

        void close() {
            listener.onClose();
        }

        void answer(int status) {
            listener.onResponse(new HttpResponse(head(status), new byte[0], 1));
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
                Duration.ofMinutes(1),
                onFailure,
                onUnknown,
                false,
                SubscriptionSettings.Bounds.DEFAULT);
    }

    StreamSubscription subscription(SubscriptionSettings settings) {
        SubscriptionDependencies parts = new SubscriptionDependencies(
                new Transport(),
                task -> {
                    faults.hit("pacer");
                    return scheduler.schedule(Duration.ZERO, task);
                },
                credentials,
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
                new StreamSubscription.Beginning("c", this::lookUp, new OffsetAttachments() {
                    @Override
                    public CompletableFuture<Void> recall() {
                        faults.hit("recall");
                        return CompletableFuture.completedFuture(null);
                    }

                    @Override
                    public Map<String, String> changes() {
                        faults.hit("changes");
                        return Map.of();
                    }

                    @Override
                    public void passed(String id) {
                        faults.hit("passed");
                        reports.add("passed " + id);
                    }
                }));
    }

    private CompletableFuture<StreamOffset> lookUp() {
        faults.hit("now");
        lookUps++;
        return now;
    }

    /** Starts and lets the first connection be opened. */
    StreamSubscription started(SubscriptionSettings settings) {
        StreamSubscription made = subscription(settings);
        made.start();
        scheduler.advance(Duration.ZERO);
        return made;
    }

    /** Whether a recorded delay is a back-off; deadlines are longer. */
    static boolean isBackoff(Duration delay) {
        return !delay.isZero() && delay.compareTo(RECONNECT.maxDelay()) <= 0;
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
            faults.hit("open");
            connections.add(connection);
            listener.onConnecting(connection);
            return connection;
        }
    }

    private final class Store implements OffsetStore {
        @Override
        public CompletableFuture<Optional<String>> load(String key) {
            faults.hit("load");
            return memory.load(key);
        }

        @Override
        public CompletableFuture<Void> save(Map<String, String> entries) {
            faults.hit("save");
            saves++;
            if (saving != null) {
                return saving;
            }
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
            faults.hit("choose");
            return choices.getOrDefault(
                    String.valueOf(event.id()), CompletableFuture.completedFuture(FilterResult.DELIVER));
        }

        @Override
        public boolean mayBeOwn(StreamEvent event) {
            faults.hit("mayBeOwn");
            return String.valueOf(event.id()).startsWith("own");
        }

        @Override
        public void deliver(Delivery delivery) {
            faults.hit("deliver");
            deliveries.add(delivery);
        }

        @Override
        public void report(String streamKey, String what, Throwable cause, boolean named) {
            faults.hit("report");
            reports.add(what);
        }
    }

    private final class Connector implements StreamConnector {
        @Override
        public CompletableFuture<StreamOffset> now() {
            return lookUp();
        }

        @Override
        public CompletableFuture<HttpRequest> prepare(StreamOffset after) {
            asked.add(after);
            faults.hit("prepare");
            if (handshake != null) {
                return handshake;
            }
            if (handshakeThrows) {
                throw new IllegalStateException("no handshake");
            }
            return CompletableFuture.completedFuture(REQUEST);
        }

        @Override
        public FrameDecoder newDecoder() {
            faults.hit("newDecoder");
            return new SseDecoder(1_000_000, 1_000_000);
        }

        @Override
        public StreamEvent decode(Frame frame) {
            faults.hit("decode");
            if (frame.type().equals("heartbeat")) {
                return new StreamEvent(StreamEvent.Kind.HEARTBEAT, null, frame.type(), "", "", "");
            }
            if (frame.type().equals("broken")) {
                return new StreamEvent(StreamEvent.Kind.MALFORMED, null, frame.type(), "", frame.text(), "broken");
            }
            List<Object> body = new ArrayList<>(List.of(frame.text()));
            bodies.add(body);
            return new StreamEvent(StreamEvent.Kind.MESSAGE, frame.id(), frame.type(), "", body, "");
        }

        @Override
        public ProviderException fault(HttpResponse answer) {
            faults.hit("fault");
            return new ServerException(ErrorDetails.builder("status " + answer.status())
                    .status(answer.status())
                    .fromProvider(fromProvider)
                    .retryAfter(retryAfter)
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
                Timeouts.stream(Duration.ofSeconds(10), Duration.ofMinutes(2), null, Duration.ofMinutes(30)),
                RetrySafety.SAFE,
                "stream");
    }
}
