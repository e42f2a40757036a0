/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.FakeServer;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.Operations;
import io.camelproviders.testkit.PendingResponse;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.ServiceError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A fake Pieces OS on a loopback socket: the QGPT operations over HTTP, the two WebSockets, and the calls around them. Answers with the
 * words of the question, unless answers are scripted. Keeps conversations, as the real one does.
 *
 * <p>{@link #faults()} for the operation {@code stream}: one that replaces a response hits the handshake, all others hit an answer.
 */
public final class FakeQgptServer extends FakeServer {

    private final InMemoryStore store = new InMemoryStore(this::changed);
    private final QgptCalls calls = new QgptCalls(store, this::violation);
    private final QuestionSocket questions = new QuestionSocket(faults(), store, calls);
    private final Operations operations = new Operations();
    private final Map<FakeWebSocket, Watcher> watchers = new ConcurrentHashMap<>();

    private FakeQgptServer() {
        super("qgpt", "", "");
        operations
                .add("stream", "GET /qgpt/stream", RequestKind.STREAM, in -> FakeResponse.takeOver(this::openQuestions))
                .add(
                        "conversations/stream",
                        "GET /conversations/stream/identifiers",
                        RequestKind.STREAM,
                        in -> FakeResponse.takeOver(this::openWatcher));
        calls.addTo(operations);
    }

    /** Starts on a free port. */
    public static FakeQgptServer start() {
        return start(0);
    }

    /** Starts on this port, such as 39300; 0 for a free one. */
    public static FakeQgptServer start(int port) {
        FakeQgptServer server = new FakeQgptServer();
        server.listen(port);
        return server;
    }

    /** All messages received on {@code /qgpt/stream}, in order. */
    public List<JsonNode> received() {
        return questions.received();
    }

    /** The open sockets of {@code /qgpt/stream}, oldest first. */
    public List<FakeWebSocket> sockets() {
        return questions.sockets();
    }

    /** The open sockets of {@code /conversations/stream/identifiers}. */
    public List<FakeWebSocket> watchers() {
        return List.copyOf(watchers.keySet());
    }

    /** Scripts the answer to the next question on the stream that has none yet. */
    public void answerNext(QgptAnswer answer) {
        questions.answerNext(answer);
    }

    /** Answers questions on the stream with this, once the scripted answers are used up; the function gets the query. */
    public void answerWith(Function<String, QgptAnswer> answers) {
        questions.answerWith(answers);
    }

    /** Holds answers back until so many questions were asked, then sends them all, one message of each in turn. */
    public void holdAnswersUntil(int number) {
        questions.holdUntil(number);
    }

    /** Does not react to stop from now on. */
    public void ignoreStops() {
        questions.ignoreStops();
    }

    /** Does not store answers that were cut off from now on; by default the server completes and stores them. */
    public void forgetBrokenAnswers() {
        questions.forgetBrokenAnswers();
    }

    /** Adds a model that questions may name, besides {@code m1} and {@code m2}. */
    public void addModel(String id) {
        calls.addModel(id);
    }

    /** Adds a stored conversation; returns its id. */
    public String addConversation(String name) {
        return store.create(name);
    }

    /** Adds a stored message and notifies the watchers; returns its id. */
    public String addMessage(String conversation, String role, String text) {
        return store.add(conversation, role, text);
    }

    /** Deletes a stored conversation and notifies the watchers. */
    public void deleteConversation(String conversation) {
        store.delete(conversation);
    }

    /** Writes the port file below a home directory, as a server on Linux does. */
    public Path writePortFile(Path home) {
        Path file = home.resolve("Documents/com.pieces.os/production/Config/.port.txt");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, port() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Operations operations() {
        return operations;
    }

    @Override
    protected List<String> segments(Request request) {
        return request.pathSegments();
    }

    @Override
    protected FakeResponse handle(OperationRequest request) {
        boolean upgrade = FakeWebSocket.isUpgrade(request.request());
        if (request.kind() == RequestKind.STREAM && !upgrade) {
            throw ServiceError.of(400, "no_upgrade", "No upgrade");
        }
        if (request.request().method().equals("POST")
                && request.request().header("Upgrade").isPresent()) {
            // The real server's HTTP parser loses the body of such a request.
            throw ServiceError.of(500, "upgrade", "the body was lost: do not offer an upgrade");
        }
        return super.handle(request);
    }

    @Override
    protected FakeResponse error(ServiceError error, OperationRequest request) {
        return QgptCalls.error(error, request);
    }

    private void openQuestions(PendingResponse pending) {
        FakeWebSocket[] mine = new FakeWebSocket[1];
        mine[0] = FakeWebSocket.accept(
                pending.responder(), (socket, text) -> questions.message(pending.request(), socket, text), () -> {
                    closed(mine[0], null);
                    questions.gone(mine[0]);
                });
        questions.opened(mine[0]);
        opened(mine[0], null);
    }

    private void openWatcher(PendingResponse pending) {
        FakeWebSocket[] mine = new FakeWebSocket[1];
        mine[0] = FakeWebSocket.accept(pending.responder(), (socket, text) -> {}, () -> {
            closed(mine[0], null);
            watchers.remove(mine[0]);
        });
        Optional<Fault.Ending> ending = faults().take(Fault.Ending.class, pending.request());
        watchers.put(mine[0], new Watcher(mine[0], ending, new AtomicInteger()));
        opened(mine[0], null);
    }

    private void changed(String conversation, boolean deleted) {
        String text = "{\"iterable\":[{\"conversation\":{\"id\":\"" + conversation + "\"},\""
                + (deleted ? "deleted" : "updated") + "\":true}]}";
        watchers.values().forEach(watcher -> watcher.send(text));
    }

    /** A socket on which changes are reported, until it ends by a fault. */
    private record Watcher(FakeWebSocket socket, Optional<Fault.Ending> ending, AtomicInteger sent) {

        void send(String text) {
            int before = sent.getAndIncrement();
            if (ending.isEmpty() || before < ending.get().events()) {
                socket.text(text);
            } else if (before == ending.get().events()) {
                socket.end(ending.get());
            }
        }
    }
}
