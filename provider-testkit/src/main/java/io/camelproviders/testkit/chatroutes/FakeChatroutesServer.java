/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.Ledger;
import io.camelproviders.testkit.LoopbackServer;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.Responder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * ChatRoutes on a loopback socket: all thirty operations with state, and misbehaviour by name. Whatever is said into a
 * conversation is answered with its echo. Safe for all threads.
 */
public final class FakeChatroutesServer implements AutoCloseable {

    /** The API key that is let in, as {@code Authorization: ApiKey} or {@code X-API-Key}. */
    public static final String API_KEY = "cr_test_sk_fake";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PREFIX = List.of("api", "v1");

    private record Script(Misbehaviour how, Predicate<Request> on, int[] left) {}

    private final Service service = new Service(API_KEY);
    private final LoopbackServer server;
    /** Guarded by itself. */
    private final List<Script> scripts = new ArrayList<>();

    // set by tests, read by the server's thread
    private volatile EnvelopeShape shape = EnvelopeShape.STANDARD;
    private volatile ListShape listShape = ListShape.TOP_LEVEL;
    private volatile Duration delay = Duration.ZERO;
    private volatile int waitSeconds = 1;

    private FakeChatroutesServer(int port) {
        this.server = LoopbackServer.start("chatroutes", port, this::handle);
    }

    /** Where the fields of the conversation list stand: the official clients disagree. */
    public enum ListShape {
        /** At the top level, as the Python client reads them. */
        TOP_LEVEL,
        /** In {@code data}, as the TypeScript client reads them. */
        ENVELOPE
    }

    /** Starts on a free port. */
    public static FakeChatroutesServer start() {
        return start(0);
    }

    /** Starts on this port, 0 for a free one. */
    public static FakeChatroutesServer start(int port) {
        return new FakeChatroutesServer(port);
    }

    /** Starts a fake on the port given, 8083 by default, and prints where it is. */
    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8083;
        try (FakeChatroutesServer fake = start(port)) {
            System.out.println(
                    "ChatRoutes fake at " + fake.baseUrl() + ", API key " + API_KEY + "; end it with Ctrl-C");
            Thread.currentThread().join();
        }
    }

    /** The base URL with its prefix, {@code http://127.0.0.1:<port>/api/v1}. */
    public String baseUrl() {
        return server.uri() + "/api/v1";
    }

    /** The server below: refuse connections, drop them, count them. */
    public LoopbackServer server() {
        return server;
    }

    /** What was asked so far. */
    public Ledger ledger() {
        return server.ledger();
    }

    /** Misbehaves at the next request (at the next streamed answer, where it concerns one). */
    public FakeChatroutesServer misbehave(Misbehaviour how) {
        return misbehave(how, 1);
    }

    /** Misbehaves at so many requests. */
    public FakeChatroutesServer misbehave(Misbehaviour how, int times) {
        return misbehave(how, times, request -> true);
    }

    /** Misbehaves at so many requests that fit. Of several scripts that fit, the first that was given counts. */
    public FakeChatroutesServer misbehave(Misbehaviour how, int times, Predicate<Request> on) {
        synchronized (scripts) {
            scripts.add(new Script(how, on, new int[] {times}));
        }
        return this;
    }

    /** Behaves again. */
    public FakeChatroutesServer behave() {
        synchronized (scripts) {
            scripts.clear();
        }
        return this;
    }

    /** The shape of all answers but the conversation list. */
    public FakeChatroutesServer envelope(EnvelopeShape answers) {
        shape = answers;
        return this;
    }

    /** The shape of the conversation list. */
    public FakeChatroutesServer listShape(ListShape conversations) {
        listShape = conversations;
        return this;
    }

    /** Whether the conversation list tells {@code hasNext}; it does at first. */
    public FakeChatroutesServer tellsNext(boolean hasNext) {
        service.tellsNext(hasNext);
        return this;
    }

    /** Whether checkpoints are written in snake_case; they are not at first. */
    public FakeChatroutesServer snakeCase(boolean checkpoints) {
        service.snakeCase(checkpoints);
        return this;
    }

    /** What is answered to a message. */
    public FakeChatroutesServer words(UnaryOperator<String> answers) {
        service.words(answers);
        return this;
    }

    /** Waits so long before each answer. */
    public FakeChatroutesServer delay(Duration beforeAnswers) {
        delay = beforeAnswers;
        return this;
    }

    /** The wait that a rate limit tells; 1 second at first. */
    public FakeChatroutesServer retryAfter(int seconds) {
        waitSeconds = seconds;
        return this;
    }

    /** How long access tokens live from now on; an hour at first. */
    public FakeChatroutesServer tokenLife(Duration life) {
        service.accounts.life(life);
        return this;
    }

    /** Ends all access tokens at once. */
    public FakeChatroutesServer endAccessTokens() {
        service.accounts.endAccess();
        return this;
    }

    /** Ends all refresh tokens at once. */
    public FakeChatroutesServer endRefreshTokens() {
        service.accounts.endRefresh();
        return this;
    }

    /** Opens an account, as {@code auth/register} does. */
    public FakeChatroutesServer account(String email, String password) {
        service.accounts.register(email, password, null);
        return this;
    }

    /** Begins a conversation of the API key's user and tells its id. */
    public String conversation(String title) {
        return String.valueOf(service.book
                .createConversation("user_0", Map.of("title", title))
                .get("id"));
    }

    /** Stores a message without answering it and tells its id. */
    public String message(String conversation, String role, String content) {
        return String.valueOf(
                service.book.addMessage(conversation, null, role, content, null).get("id"));
    }

    /** All messages of a conversation as they are stored. */
    public List<Map<String, Object>> messages(String conversation) {
        return service.book.messages(conversation, null);
    }

    /** All branches of a conversation as they are stored. */
    public List<Map<String, Object>> branches(String conversation) {
        return service.book.branches(conversation);
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(Request request, Responder responder) {
        if (delay.isZero()) {
            answer(request, responder);
        } else {
            responder.after(delay, () -> answer(request, responder));
        }
    }

    private void answer(Request request, Responder responder) {
        List<String> segments = request.pathSegments();
        boolean below = segments.size() > 2 && segments.subList(0, 2).equals(PREFIX);
        List<String> path = below ? segments.subList(2, segments.size()) : List.of();
        Optional<Route> route = service.route(request.method(), path);
        boolean streamed = route.isPresent() && path.get(path.size() - 1).equals("stream");
        Misbehaviour how = script(request, streamed);
        if (how != null && !how.processed()) {
            Fault.write(responder, how, waitSeconds);
            return;
        }
        try {
            Route known = route.orElseThrow(() -> new Refused(404, "NOT_FOUND", "No such path"));
            Reply reply = known.work().apply(call(known, request, path));
            if (streamed && how != Misbehaviour.NOT_STREAMED) {
                new AnswerStream(responder, how).write((Map<?, ?>) reply.value());
            } else {
                respond(responder, reply, how);
            }
        } catch (Refused e) {
            Fault.refuse(responder, e);
        }
    }

    private Call call(Route route, Request request, List<String> path) {
        Map<String, Object> user = route.open()
                ? Map.of()
                : service.accounts.user(
                        request.header("Authorization").orElse(""),
                        request.header("X-API-Key").orElse(""));
        return new Call(request, route.fits(request.method(), path).orElse(Map.of()), user);
    }

    private void respond(Responder responder, Reply reply, @Nullable Misbehaviour how) {
        if (how == Misbehaviour.NO_CONTENT) {
            responder.respond(204, "");
        } else if (how == Misbehaviour.DATA_NULL) {
            Map<String, @Nullable Object> nothing = new HashMap<>();
            nothing.put("success", true);
            nothing.put("data", null);
            responder.json(reply.status(), nothing);
        } else if (how == Misbehaviour.LOST_ANSWER) {
            responder.silence();
            responder.reset();
        } else if (how == Misbehaviour.CUT_BODY) {
            byte[] body = json(wrapped(reply));
            responder.raw(
                    ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            responder.raw(Arrays.copyOf(body, body.length / 2));
            responder.close();
        } else {
            responder.json(reply.status(), wrapped(reply));
        }
    }

    private Object wrapped(Reply reply) {
        if (reply.beside().isEmpty()) {
            return shape.wrap(reply);
        }
        boolean bare = listShape == ListShape.TOP_LEVEL;
        return EnvelopeShape.STANDARD.wrap(new Reply(reply.status(), reply.key(), reply.value(), reply.beside(), bare));
    }

    private @Nullable Misbehaviour script(Request request, boolean streamed) {
        synchronized (scripts) {
            for (Script script : scripts) {
                boolean fits = script.left()[0] > 0
                        && (streamed || !script.how().ofStream())
                        && script.on().test(request);
                if (fits) {
                    script.left()[0]--;
                    return script.how();
                }
            }
            return null;
        }
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values are always writable", e);
        }
    }
}
