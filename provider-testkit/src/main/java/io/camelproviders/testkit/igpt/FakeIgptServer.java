/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.testkit.Ledger;
import io.camelproviders.testkit.LoopbackServer;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.Responder;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A fake iGPT on a loopback socket: all six operations, with and without a slash at the end of the path, streams of asks
 * and runs, errors as a 200. What it does by itself can be replaced for the next request of an operation with
 * {@link #next} or for all of them with {@link #always}; {@link IgptBehaviour} holds the replacements by name.
 *
 * <p>Without a script: a wrong key is {@code {"error":"auth"}}, a missing field {@code {"error":"params"}}. Answers echo
 * the input. A service that was authorized becomes a data source whose progress grows by half with each list.
 */
public final class FakeIgptServer implements AutoCloseable {

    /** The only key that is accepted. */
    public static final String API_KEY = "igpt-test-key-4711";

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "recall/ask", List.of("input"),
            "recall/run", List.of("input"),
            "recall/search", List.of(),
            "datasources/list", List.of(),
            "datasources/disconnect", List.of("id"),
            "connectors/authorize", List.of("service", "scope"));
    private static final String PREFIX = "/v1/";

    private final LoopbackServer server;
    private final IgptData data = new IgptData();
    private final Map<String, Queue<IgptBehaviour>> next = new ConcurrentHashMap<>();
    private final Map<String, IgptBehaviour> always = new ConcurrentHashMap<>();
    private final AtomicInteger givenUp = new AtomicInteger();

    private FakeIgptServer(int port) {
        this.server = LoopbackServer.start("igpt", port, this::handle);
    }

    /** Starts on a free port. */
    public static FakeIgptServer start() {
        return start(0);
    }

    /** Starts on this port. */
    public static FakeIgptServer start(int port) {
        return new FakeIgptServer(port);
    }

    /** Base URL for the component: {@code http://127.0.0.1:<port>/v1}. */
    public String baseUrl() {
        return server.uri() + "/v1";
    }

    /** What was asked so far. */
    public Ledger ledger() {
        return server.ledger();
    }

    /** The server beneath: refuses connections, drops all of them, counts them. */
    public LoopbackServer server() {
        return server;
    }

    /** Data sources and search results. */
    public IgptData data() {
        return data;
    }

    /** Answers the next request of an operation ({@code recall/ask}) so; several stand in a queue. */
    public FakeIgptServer next(String operation, IgptBehaviour... behaviours) {
        known(operation);
        Queue<IgptBehaviour> queue = next.computeIfAbsent(operation, name -> new ConcurrentLinkedQueue<>());
        queue.addAll(List.of(behaviours));
        return this;
    }

    /** Answers all further requests of an operation so; null for the ordinary answers. */
    public FakeIgptServer always(String operation, @Nullable IgptBehaviour behaviour) {
        known(operation);
        if (behaviour == null) {
            always.remove(operation);
        } else {
            always.put(operation, behaviour);
        }
        return this;
    }

    /** Answers whose client was gone before they were whole. */
    public int givenUp() {
        return givenUp.get();
    }

    /** Stops and resets all connections. */
    @Override
    public void close() {
        server.close();
    }

    private void handle(Request request, Responder responder) {
        String path = request.path();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String operation = trimmed.startsWith(PREFIX) ? trimmed.substring(PREFIX.length()) : "";
        responder.onDisconnect(givenUp::incrementAndGet);
        if (!REQUIRED.containsKey(operation)) {
            responder.json(404, Map.of("error", "not_found"));
            return;
        }
        if (!request.method().equals("POST")) {
            responder.json(405, Map.of("error", "method_not_allowed"), "Allow", "POST");
            return;
        }
        IgptExchange exchange = new IgptExchange(operation, request, responder, data);
        Queue<IgptBehaviour> queue = next.get(operation);
        IgptBehaviour scripted = queue == null ? null : queue.poll();
        IgptBehaviour standing = always.get(operation);
        if (scripted != null) {
            scripted.answer(exchange);
        } else if (standing != null) {
            standing.answer(exchange);
        } else {
            ordinary(exchange);
        }
    }

    private static void ordinary(IgptExchange exchange) {
        boolean keyed = exchange.request().header("Authorization").orElse("").equals("Bearer " + API_KEY);
        if (!keyed) {
            IgptBehaviour.error("auth").answer(exchange);
        } else if (!complete(exchange)) {
            IgptBehaviour.error("params").answer(exchange);
        } else {
            IgptBehaviour.ordinary().answer(exchange);
        }
    }

    private static boolean complete(IgptExchange exchange) {
        try {
            JsonNode body = exchange.body();
            return given(body, "user")
                    && REQUIRED.getOrDefault(exchange.operation(), List.of()).stream()
                            .allMatch(field -> given(body, field));
        } catch (IllegalArgumentException e) {
            // A body that is no JSON is a wrong parameter to the service, not a fault of this server.
            return false;
        }
    }

    private static boolean given(JsonNode body, String field) {
        return body.path(field).isTextual() && !body.path(field).asText().isEmpty();
    }

    private static void known(String operation) {
        if (!REQUIRED.containsKey(operation)) {
            throw new IllegalArgumentException("No operation " + operation + "; there are " + REQUIRED.keySet());
        }
    }
}
