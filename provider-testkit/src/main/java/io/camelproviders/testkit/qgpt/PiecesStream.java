/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.Responder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The WebSocket of questions and answers. All running answers of a socket take turns, so they interleave. */
final class PiecesStream {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PENDING_LIMIT = 256 * 1024;

    private final PiecesStore store;
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final List<FakeWebSocket> sockets = new CopyOnWriteArrayList<>();
    private final Queue<PiecesAnswer> scripted = new ConcurrentLinkedQueue<>();
    private volatile Function<String, PiecesAnswer> answers = query -> PiecesAnswer.words("You asked: " + query);
    private volatile int hold;
    private volatile boolean ignoreStops;
    private volatile boolean forgetBroken;

    // Confined to the server's thread
    private final Map<FakeWebSocket, List<PiecesExchange>> running = new LinkedHashMap<>();

    PiecesStream(PiecesStore store) {
        this.store = store;
    }

    List<JsonNode> received() {
        return List.copyOf(received);
    }

    List<FakeWebSocket> sockets() {
        return List.copyOf(sockets);
    }

    void answer(PiecesAnswer answer) {
        scripted.add(answer);
    }

    void answering(Function<String, PiecesAnswer> function) {
        answers = function;
    }

    void holdUntil(int questions) {
        hold = questions;
    }

    void ignoreStops() {
        ignoreStops = true;
    }

    void forgetBrokenAnswers() {
        forgetBroken = true;
    }

    void accept(Responder responder) {
        FakeWebSocket[] mine = new FakeWebSocket[1];
        mine[0] = FakeWebSocket.accept(responder, this::message, () -> gone(mine[0]));
        sockets.add(mine[0]);
        running.put(mine[0], new ArrayList<>());
    }

    private void gone(FakeWebSocket socket) {
        sockets.remove(socket);
        List<PiecesExchange> cut = running.remove(socket);
        if (cut != null && !forgetBroken) {
            cut.forEach(this::persist);
        }
    }

    private void message(FakeWebSocket socket, String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The client sent no JSON", e);
        }
        received.add(message);
        String conversation = message.path("conversation").asText("");
        // Clients write false for what they do not mean.
        if (message.path("stop").asBoolean(false)) {
            stop(socket, conversation);
        } else if (message.path("reset").asBoolean(false)) {
            exchanges(socket).forEach(PiecesExchange::stop);
        } else {
            ask(socket, message, conversation);
        }
    }

    private void stop(FakeWebSocket socket, String conversation) {
        if (!ignoreStops) {
            exchanges(socket).stream()
                    .filter(exchange -> exchange.conversation().equals(conversation))
                    .forEach(PiecesExchange::stop);
            exchanges(socket).removeIf(PiecesExchange::over);
        }
    }

    private void ask(FakeWebSocket socket, JsonNode message, String given) {
        String request = message.path("request").asText(UUID.randomUUID().toString());
        String conversation = given.isEmpty() ? store.create("") : given;
        JsonNode question = message.path("question");
        JsonNode relevance = message.path("relevance");
        if (question.isObject() == relevance.isObject()) {
            socket.text(PiecesOutputs.failed(
                            PiecesOutputs.output(request, conversation, "FAILED"),
                            500,
                            "exactly one of question and relevance must be given")
                    .toString());
            return;
        }
        String query =
                (question.isObject() ? question : relevance).path("query").asText();
        PiecesAnswer next = scripted.poll();
        boolean answered = question.isObject()
                || relevance.path("options").path("question").asBoolean(false);
        store.add(conversation, "USER", query);
        exchanges(socket)
                .add(new PiecesExchange(
                        socket,
                        request,
                        conversation,
                        next == null ? answers.apply(query) : next,
                        relevance.isObject(),
                        answered));
        pump(socket);
    }

    /** One message of each answer in turn, as long as the client reads. */
    private void pump(FakeWebSocket socket) {
        if (exchanges(socket).size() < hold) {
            return;
        }
        hold = 0;
        while (socket.pendingBytes() < PENDING_LIMIT && talking(socket)) {
            for (PiecesExchange exchange : List.copyOf(exchanges(socket))) {
                if (socket.open() && !exchange.quiet()) {
                    exchange.turn();
                }
            }
            exchanges(socket).removeIf(this::finished);
        }
        if (talking(socket)) {
            socket.onDrained(() -> pump(socket));
        }
    }

    private boolean talking(FakeWebSocket socket) {
        return exchanges(socket).stream().anyMatch(exchange -> !exchange.quiet());
    }

    private boolean finished(PiecesExchange exchange) {
        if (exchange.over()) {
            persist(exchange);
        }
        return exchange.over();
    }

    private void persist(PiecesExchange exchange) {
        String text = exchange.text();
        if (!text.isEmpty() && !(forgetBroken && exchange.broken())) {
            store.add(exchange.conversation(), "SYSTEM", text);
        }
    }

    private List<PiecesExchange> exchanges(FakeWebSocket socket) {
        return running.getOrDefault(socket, new ArrayList<>());
    }
}
