/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.testkit.Ledger;
import io.camelproviders.testkit.LoopbackServer;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.Responder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * A fake Pieces OS on a real loopback socket: the QGPT operations over HTTP, the two WebSockets, and the helper calls.
 * Answers by itself, with the words of the question; scripted answers and faults come first. Keeps conversations, as the
 * real one does. All methods are safe for all threads.
 */
public final class FakePiecesServer implements AutoCloseable {

    private final LoopbackServer server;
    private final PiecesHttp http;
    private final PiecesStream stream;
    private final PiecesStore store;
    private final Set<FakeWebSocket> watchers = ConcurrentHashMap.newKeySet();
    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();

    private FakePiecesServer(int port) {
        this.store = new PiecesStore(this::changed);
        this.stream = new PiecesStream(store);
        this.http = new PiecesHttp(store);
        this.server = LoopbackServer.start("pieces", port, this::handle);
    }

    /** Starts on a free port. */
    public static FakePiecesServer start() {
        return new FakePiecesServer(0);
    }

    /** Starts on this port, 39300 for example. */
    public static FakePiecesServer start(int port) {
        return new FakePiecesServer(port);
    }

    /** Runs until the process is ended; the first argument is the port, 39300 without it. */
    public static void main(String[] args) throws InterruptedException {
        try (FakePiecesServer server = start(args.length == 0 ? 39_300 : Integer.parseInt(args[0]))) {
            System.out.println("A fake Pieces OS answers at " + server.uri());
            new CountDownLatch(1).await();
        }
    }

    public int port() {
        return server.port();
    }

    /** {@code http://127.0.0.1:<port>}. */
    public URI uri() {
        return server.uri();
    }

    /** The server below: refuse, accept, drop all connections. */
    public LoopbackServer loopback() {
        return server;
    }

    /** All HTTP requests, handshakes among them. */
    public Ledger ledger() {
        return server.ledger();
    }

    /** All messages received on {@code /qgpt/stream}, in order. */
    public List<JsonNode> received() {
        return stream.received();
    }

    /** The open sockets of {@code /qgpt/stream}, oldest first. */
    public List<FakeWebSocket> sockets() {
        return stream.sockets();
    }

    /** The open sockets of {@code /conversations/stream/identifiers}. */
    public List<FakeWebSocket> watchers() {
        return List.copyOf(watchers);
    }

    /** Answers the next question on the stream that has no answer yet so. */
    public void answer(PiecesAnswer answer) {
        stream.answer(answer);
    }

    /** Answers questions on the stream so, once the scripted ones are used up; the function gets the query. */
    public void answering(Function<String, PiecesAnswer> answers) {
        stream.answering(answers);
    }

    /** Holds answers back until so many questions are under way, then sends them all, one message of each in turn. */
    public void holdUntil(int questions) {
        stream.holdUntil(questions);
    }

    /** From now on a stop is heard and not answered. */
    public void ignoreStops() {
        stream.ignoreStops();
    }

    /** From now on answers that were cut off are not stored; without this the server goes on and stores them. */
    public void forgetBrokenAnswers() {
        stream.forgetBrokenAnswers();
    }

    /** Answers the next call of this path with this status and a sentence of plain text, as the real server does. */
    public void failNext(String path, int status, String sentence) {
        http.failNext(path, status, sentence);
    }

    /** Refuses the next handshake with this status. */
    public void refuseUpgrade(int status) {
        refusals.add(status);
    }

    /** Begins a stored conversation. */
    public String createConversation(String name) {
        return store.create(name);
    }

    /** Adds a stored message; the watchers hear of it. */
    public String addMessage(String conversation, String role, String text) {
        return store.add(conversation, role, text);
    }

    /** Deletes a stored conversation; the watchers hear of it. */
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
    public void close() {
        server.close();
    }

    private void handle(Request request, Responder responder) {
        boolean socket =
                request.path().equals("/qgpt/stream") || request.path().equals("/conversations/stream/identifiers");
        if (!socket) {
            http.handle(request, responder);
            return;
        }
        Integer refusal = refusals.poll();
        if (refusal != null || !FakeWebSocket.asked(responder)) {
            responder.respond(
                    refusal == null ? 400 : refusal,
                    "No upgrade",
                    "Content-Type",
                    "text/plain",
                    "Location",
                    "/elsewhere");
        } else if (request.path().equals("/qgpt/stream")) {
            stream.accept(responder);
        } else {
            watch(responder);
        }
    }

    private void watch(Responder responder) {
        FakeWebSocket[] mine = new FakeWebSocket[1];
        mine[0] = FakeWebSocket.accept(responder, (socket, text) -> {}, () -> watchers.remove(mine[0]));
        watchers.add(mine[0]);
    }

    private void changed(String conversation, boolean deleted) {
        String text = "{\"iterable\":[{\"conversation\":{\"id\":\"" + conversation + "\"},\""
                + (deleted ? "deleted" : "updated") + "\":true}]}";
        watchers.forEach(watcher -> watcher.text(text));
    }
}
