/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the fake servers of all providers have in common. Safe for all threads.
 *
 * <p>A server listens on loopback only, keeps its state in memory and records every request in its {@link #journal()}. It refuses what
 * the real service refuses, in the service's own error format; {@link #violations()} lists what the real service would not notice.
 * {@link #faults()} makes it behave in another way.
 */
public abstract class FakeServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String scheme;
    private final String basePath;
    private final String apiKey;
    private final LoopbackServer loopback;
    private final FaultScript faults = new FaultScript(() -> operations().names());
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final AtomicInteger abandoned = new AtomicInteger();

    /** Streams that are open, by their conversations; under an empty one if they have none. Guarded by itself. */
    private final Map<String, Set<Object>> streams = new HashMap<>();

    /**
     * Not listening yet; see {@link #listen}.
     *
     * @param scheme the scheme of the Camel component
     * @param basePath what follows the port in the base URL; empty, or beginning with a slash
     * @param apiKey the key that is accepted; empty if the service has none
     */
    protected FakeServer(String scheme, String basePath, String apiKey) {
        this.scheme = scheme;
        this.basePath = basePath;
        this.apiKey = apiKey;
        this.loopback = new LoopbackServer(scheme, (request, responder) -> receive(request, responder));
    }

    /** Starts listening on this port, 0 for a free one. */
    protected final void listen(int port) {
        loopback.listen(port);
    }

    // What a service does

    /** The operations of the service. */
    protected abstract Operations operations();

    /** An error in the format of the service; one without code is scripted, and the code follows from the status. */
    protected abstract FakeResponse error(ServiceError error, OperationRequest request);

    /** The decoded segments of the path behind the prefix of the service; empty if the path does not begin with it. */
    protected abstract List<String> segments(Request request);

    /** The request with its operation. */
    protected OperationRequest resolve(Request request) {
        return operations().resolve(request, segments(request));
    }

    /**
     * Performs an operation.
     *
     * @throws ServiceError if the service refuses the request
     */
    protected FakeResponse handle(OperationRequest request) {
        return operations().perform(request, segments(request.request()));
    }

    /** Records something that the real service would not notice, but that a client should not do. */
    protected final void violation(OperationRequest request, String what) {
        String operation = request.operation().isEmpty() ? request.request().path() : request.operation();
        violations.add(operation + ": " + what);
    }

    private void receive(Request request, Responder responder) {
        OperationRequest resolved = resolve(request);
        PendingResponse pending = new PendingResponse(this, resolved, responder);
        responder.onDisconnect(abandoned::incrementAndGet);
        Optional<Fault.Delay> delay = faults.take(Fault.Delay.class, resolved);
        if (delay.isPresent()) {
            responder.after(delay.get().time(), () -> respond(pending));
        } else {
            respond(pending);
        }
    }

    private void respond(PendingResponse pending) {
        Optional<Fault.Response> fault = faults.take(Fault.Response.class, pending.request());
        if (fault.isPresent()) {
            fault.get().respond(pending);
        } else {
            pending.write(perform(pending.request()));
        }
    }

    FakeResponse perform(OperationRequest request) {
        try {
            return handle(request);
        } catch (ServiceError e) {
            return error(e, request);
        }
    }

    /** Counts a stream as open from now on. */
    protected final void opened(Object stream, @Nullable String conversation) {
        synchronized (streams) {
            streams.computeIfAbsent(conversation == null ? "" : conversation, key -> new LinkedHashSet<>())
                    .add(stream);
            streams.notifyAll();
        }
    }

    /** Counts a stream as open no longer; may be repeated. */
    protected final void closed(Object stream, @Nullable String conversation) {
        synchronized (streams) {
            streams.getOrDefault(conversation == null ? "" : conversation, Set.of())
                    .remove(stream);
            streams.notifyAll();
        }
    }

    /** The open streams of this conversation, those of all conversations for null. */
    protected final List<Object> streams(@Nullable String conversation) {
        synchronized (streams) {
            return conversation == null
                    ? streams.values().stream().flatMap(Set::stream).toList()
                    : List.copyOf(streams.getOrDefault(conversation, Set.of()));
        }
    }

    // What a test uses

    /** The base URL for the component, without a slash at the end. */
    public final String baseUrl() {
        return loopback.uri() + basePath;
    }

    /** The port it listens on, also while connections are refused. */
    public final int port() {
        return loopback.port();
    }

    /** The only API key that is accepted; empty if the service has none. */
    public final String apiKey() {
        return apiKey;
    }

    /**
     * The options that point the Camel component at this server, such as {@code camel.component.igpt.base-url}. With Spring:
     *
     * <pre>{@code
     * @DynamicPropertySource
     * static void properties(DynamicPropertyRegistry registry) {
     *     server.componentProperties().forEach((name, value) -> registry.add(name, () -> value));
     * }
     * }</pre>
     */
    public final Map<String, String> componentProperties() {
        String prefix = "camel.component." + scheme + ".";
        return apiKey.isEmpty()
                ? Map.of(prefix + "base-url", baseUrl())
                : Map.of(prefix + "base-url", baseUrl(), prefix + "api-key", apiKey);
    }

    /** All requests so far, including those that were answered with a fault. */
    public final RequestJournal journal() {
        return loopback.journal();
    }

    /** The requests so far that asked for this operation, such as {@code messages/send}. */
    public final List<Request> requests(String operation) {
        return journal().matching(request -> resolve(request).operation().equals(operation));
    }

    /** What the server does in another way than the real service would. */
    public final FaultScript faults() {
        return faults;
    }

    /** What clients did that the real service would not notice, but that they should not do. */
    public final List<String> violations() {
        return List.copyOf(violations);
    }

    /** Streams that are open now. */
    public final int openStreams() {
        synchronized (streams) {
            return streams.values().stream().mapToInt(Set::size).sum();
        }
    }

    /** Streams of this conversation that are open now. */
    public final int openStreams(String conversation) {
        synchronized (streams) {
            return streams.getOrDefault(conversation, Set.of()).size();
        }
    }

    /**
     * Waits up to 30 seconds until a stream is open.
     *
     * @throws AssertionError if none opens
     */
    public final void awaitStream() {
        await("a stream", () -> openStreams() > 0);
    }

    /**
     * Waits up to 30 seconds until a stream of this conversation is open.
     *
     * @throws AssertionError if none opens
     */
    public final void awaitStream(String conversation) {
        await("a stream of " + conversation, () -> openStreams(conversation) > 0);
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        synchronized (streams) {
            try {
                while (!condition.getAsBoolean()) {
                    long left = end - System.nanoTime();
                    if (left <= 0) {
                        throw new AssertionError("Expected " + what + " within " + LIMIT + "; requests: "
                                + journal().all());
                    }
                    streams.wait(Math.max(1, left / 1_000_000));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while waiting for " + what, e);
            }
        }
    }

    /** Responses whose client went away before they were complete. */
    public final int abandonedResponses() {
        return abandoned.get();
    }

    /** The HTTP server underneath: counts connections and bytes, and keeps failures of the fake itself. */
    public final LoopbackServer loopback() {
        return loopback;
    }

    /** Refuses new connections; open ones stay open. */
    public final void refuseConnections() {
        loopback.refuseConnections();
    }

    /** Accepts new connections again, on the same port. */
    public final void acceptConnections() {
        loopback.acceptConnections();
    }

    /** Resets (RST) all open connections. */
    public final void dropConnections() {
        loopback.dropConnections();
    }

    /** Restarts after an outage of this length: resets all connections, refuses new ones, then accepts again. Returns at once; state is kept. */
    public final void restart(Duration outage) {
        refuseConnections();
        dropConnections();
        loopback.after(outage, this::acceptConnections);
    }

    /** Stops listening, resets all connections and ends the server's thread. */
    @Override
    public void close() {
        loopback.close();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " at " + baseUrl();
    }
}
