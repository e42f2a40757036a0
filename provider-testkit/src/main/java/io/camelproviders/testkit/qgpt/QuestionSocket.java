/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.testkit.FaultScript;
import io.camelproviders.testkit.Json;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.ServiceError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The WebSocket of questions and answers. All running answers of a socket take turns, so they interleave. */
final class QuestionSocket {

    private static final long PENDING_LIMIT = 256 * 1024;

    private final FaultScript faults;
    private final InMemoryStore store;
    private final QgptCalls calls;
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final List<FakeWebSocket> sockets = new CopyOnWriteArrayList<>();
    private final Queue<QgptAnswer> scripted = new ConcurrentLinkedQueue<>();
    private volatile Function<String, QgptAnswer> answers = query -> QgptAnswer.words("You asked: " + query);
    private volatile int hold;
    private volatile boolean ignoreStops;
    private volatile boolean forgetBroken;

    // Confined to the server's thread
    private final Map<FakeWebSocket, List<RunningAnswer>> running = new LinkedHashMap<>();

    QuestionSocket(FaultScript faults, InMemoryStore store, QgptCalls calls) {
        this.faults = faults;
        this.store = store;
        this.calls = calls;
    }

    List<JsonNode> received() {
        return List.copyOf(received);
    }

    List<FakeWebSocket> sockets() {
        return List.copyOf(sockets);
    }

    void answerNext(QgptAnswer answer) {
        scripted.add(answer);
    }

    void answerWith(Function<String, QgptAnswer> function) {
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

    void opened(FakeWebSocket socket) {
        sockets.add(socket);
        running.put(socket, new ArrayList<>());
    }

    void gone(FakeWebSocket socket) {
        sockets.remove(socket);
        List<RunningAnswer> cut = running.remove(socket);
        if (cut != null && !forgetBroken) {
            cut.forEach(this::persist);
        }
    }

    void message(OperationRequest handshake, FakeWebSocket socket, String text) {
        JsonNode message = Json.read(text);
        received.add(message);
        // Clients write false for what they do not mean.
        if (message.path("stop").asBoolean(false)) {
            stop(socket, message.path("conversation").asText(""));
        } else if (message.path("reset").asBoolean(false)) {
            of(socket).forEach(answer -> answer.end("RESET"));
            of(socket).removeIf(RunningAnswer::over);
        } else {
            ask(handshake, socket, message);
        }
    }

    private void stop(FakeWebSocket socket, String conversation) {
        if (!ignoreStops) {
            of(socket).stream()
                    .filter(answer -> answer.conversation().equals(conversation))
                    .forEach(answer -> answer.end("STOPPED"));
            of(socket).removeIf(RunningAnswer::over);
        }
    }

    private void ask(OperationRequest handshake, FakeWebSocket socket, JsonNode message) {
        String request = message.path("request").asText(UUID.randomUUID().toString());
        String given = message.path("conversation").asText("");
        String conversation = given.isEmpty() ? store.create("") : given;
        JsonNode question = message.path("question");
        JsonNode relevance = message.path("relevance");
        JsonNode input = question.isObject() ? question : relevance;
        String problem = problem(question, relevance);
        if (problem != null) {
            socket.text(QgptOutputs.failed(QgptOutputs.output(request, conversation, "FAILED"), 500, problem)
                    .toString());
            return;
        }
        String query = input.path("query").asText();
        store.add(conversation, "USER", query);
        QgptAnswer next = scripted.poll();
        boolean answered =
                question.isObject() || relevance.at("/options/question").asBoolean(false);
        RunningAnswer answer =
                new RunningAnswer(socket, request, conversation, next == null ? answers.apply(query) : next, answered);
        if (relevance.isObject()) {
            answer.found(calls.search(relevance));
        }
        answer.scripted(faults, handshake);
        of(socket).add(answer);
        pump(socket);
    }

    private @Nullable String problem(JsonNode question, JsonNode relevance) {
        if (question.isObject() == relevance.isObject()) {
            return "exactly one of question and relevance must be given";
        }
        try {
            calls.check(question.isObject() ? question : relevance, question.isObject());
            return null;
        } catch (ServiceError e) {
            return e.text();
        }
    }

    /** One message of each answer in turn, as long as the client reads. */
    private void pump(FakeWebSocket socket) {
        if (of(socket).size() < hold) {
            return;
        }
        hold = 0;
        while (socket.pendingBytes() < PENDING_LIMIT && isTalking(socket)) {
            for (RunningAnswer answer : List.copyOf(of(socket))) {
                if (socket.open() && !answer.quiet()) {
                    answer.turn();
                }
            }
            of(socket).removeIf(this::finished);
        }
        if (isTalking(socket)) {
            socket.onDrained(() -> pump(socket));
        }
    }

    private boolean isTalking(FakeWebSocket socket) {
        return of(socket).stream().anyMatch(answer -> !answer.quiet());
    }

    private boolean finished(RunningAnswer answer) {
        if (answer.over()) {
            persist(answer);
        }
        return answer.over();
    }

    private void persist(RunningAnswer answer) {
        String text = answer.text();
        if (!text.isEmpty() && !(forgetBroken && answer.broken())) {
            store.add(answer.conversation(), "SYSTEM", text);
        }
    }

    private List<RunningAnswer> of(FakeWebSocket socket) {
        return running.getOrDefault(socket, new ArrayList<>());
    }
}
