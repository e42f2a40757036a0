/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import io.camelproviders.testkit.EventStream;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.FakeServer;
import io.camelproviders.testkit.Json;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.Operations;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.ServiceError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fake ChatRoutes on a loopback socket: all thirty operations with state. Whatever is sent into a conversation is answered with its
 * repetition.
 */
public final class FakeChatroutesServer extends FakeServer {

    /** The API key that is accepted, as {@code Authorization: ApiKey} or {@code X-API-Key}. */
    public static final String API_KEY = "cr_test_sk_fake";

    private static final Set<String> WITHOUT_KEY = Set.of("auth/register", "auth/login", "auth/refresh-token");

    /** Characters of a streamed piece: the answer "Hello" comes as "Hel" and "lo". */
    private static final int PIECE = 3;

    private final InMemoryStore store = new InMemoryStore();
    private final Accounts accounts = new Accounts(API_KEY);
    private final Operations operations = new Operations();

    // Set by tests, read by the server's thread
    private volatile EnvelopeShape shape = EnvelopeShape.STANDARD;
    private volatile ListShape listShape = ListShape.ENVELOPE;
    private volatile boolean hasNext = true;
    private volatile boolean camelCaseCheckpoints;
    private volatile UnaryOperator<String> answers = content -> "You said: " + content;

    /** Where the fields of the conversation list are: the official clients disagree. */
    public enum ListShape {
        /** At the top level, as the Python client reads them. */
        TOP_LEVEL,
        /** In {@code data}, as the TypeScript client reads them. */
        ENVELOPE
    }

    private FakeChatroutesServer() {
        super("chatroutes", "/api/v1", API_KEY);
        new ChatroutesOperations(this, store, accounts).addTo(operations);
    }

    /** Starts on a free port. */
    public static FakeChatroutesServer start() {
        return start(0);
    }

    /** Starts on this port, 0 for a free one. */
    public static FakeChatroutesServer start(int port) {
        FakeChatroutesServer server = new FakeChatroutesServer();
        server.listen(port);
        return server;
    }

    // State

    /** Adds a conversation of the API key's user; returns its id. */
    public String addConversation(String title) {
        return String.valueOf(
                store.createConversation("user_0", Map.of("title", title)).get("id"));
    }

    /** Adds a message without answering it; returns its id. */
    public String addMessage(String conversation, String role, String content) {
        return String.valueOf(
                store.addMessage(conversation, null, role, content).get("id"));
    }

    /** All messages of a conversation as they are stored. */
    public List<Map<String, Object>> messages(String conversation) {
        return store.messages(conversation, null);
    }

    /** All branches of a conversation as they are stored. */
    public List<Map<String, Object>> branches(String conversation) {
        return store.branches(conversation);
    }

    /** Adds an account, as {@code auth/register} does. */
    public void addAccount(String email, String password) {
        accounts.register(email, password, null);
    }

    /** The lifetime of access tokens issued from now on; one hour by default. */
    public void tokenLifetime(Duration lifetime) {
        accounts.lifetime(lifetime);
    }

    /** Expires all access tokens now. */
    public void expireAccessTokens() {
        accounts.expireAccess();
    }

    /** Expires all refresh tokens now. */
    public void expireRefreshTokens() {
        accounts.expireRefresh();
    }

    // Where sources disagree

    /** Answers each message with this. */
    public void answerWith(UnaryOperator<String> function) {
        answers = function;
    }

    /** The shape of all responses except the conversation list; {@link EnvelopeShape#STANDARD} by default. */
    public void envelope(EnvelopeShape responses) {
        shape = responses;
    }

    /** The shape of the conversation list; {@link ListShape#ENVELOPE} by default. */
    public void listShape(ListShape conversations) {
        listShape = conversations;
    }

    /** Whether the conversation list has {@code hasNext}; it has by default. */
    public void hasNextInLists(boolean present) {
        hasNext = present;
    }

    /** Whether checkpoints have camelCase names; by default they have the snake_case names that the Python client reads. */
    public void camelCaseCheckpoints(boolean camelCase) {
        camelCaseCheckpoints = camelCase;
    }

    // What the service does

    @Override
    protected Operations operations() {
        return operations;
    }

    @Override
    protected List<String> segments(Request request) {
        List<String> all = request.pathSegments();
        return all.size() > 2 && all.subList(0, 2).equals(List.of("api", "v1"))
                ? all.subList(2, all.size())
                : List.of();
    }

    @Override
    protected FakeResponse handle(OperationRequest request) {
        String authorization = request.request().header("Authorization").orElse("");
        if (!WITHOUT_KEY.contains(request.operation())) {
            user(request);
        } else if (!authorization.isEmpty()) {
            violation(request, "needs no Authorization and must not get one");
        }
        return super.handle(request);
    }

    Map<String, Object> user(OperationRequest request) {
        return accounts.user(
                request.request().header("Authorization").orElse(""),
                request.request().header("X-API-Key").orElse(""));
    }

    @Override
    protected FakeResponse error(ServiceError error, OperationRequest request) {
        String message = error.text();
        String name =
                switch (error.code().isEmpty() ? "status " + error.status() : error.code()) {
                    case "validation_error", "bad_request", "status 400" -> "VALIDATION_ERROR";
                    case "not_found", "hidden" -> message;
                    case "status 401" -> "UNAUTHORIZED";
                    case "status 404" -> "NOT_FOUND";
                    case "status 429" -> "RATE_LIMIT";
                    case "status 503" -> "SERVICE_UNAVAILABLE";
                    default -> error.code().isEmpty() ? "ERROR" : error.code();
                };
        Map<String, @Nullable Object> body = Json.object("success", false, "error", name);
        if (error.code().isEmpty()) {
            body.put("message", scripted(error.status()));
        } else if (!message.equals(name)) {
            body.put("message", message);
        }
        return FakeResponse.json(error.status(), body);
    }

    private static String scripted(int status) {
        return switch (status) {
            case 401 -> "Missing, wrong or expired credentials";
            case 429 -> "Slow down";
            case 503 -> "Down for maintenance";
            default -> "Scripted " + status;
        };
    }

    FakeResponse respond(int status, String key, Object value) {
        return FakeResponse.json(status, shape.wrap(key, value));
    }

    FakeResponse respondPage(List<Map<String, Object>> all, int page, int limit) {
        int from = (int) Math.min((long) (page - 1) * limit, all.size());
        int to = Math.min(all.size(), from + limit);
        Map<String, @Nullable Object> fields = Json.object("conversations", all.subList(from, to), "total", all.size());
        fields.put("page", page);
        fields.put("limit", limit);
        if (hasNext) {
            fields.put("hasNext", to < all.size());
        }
        return FakeResponse.json(
                200, listShape == ListShape.TOP_LEVEL ? fields : EnvelopeShape.STANDARD.wrap("", fields));
    }

    FakeResponse respondStream(Map<String, Object> sent) {
        String text = sent.get("message") instanceof Map<?, ?> message ? String.valueOf(message.get("content")) : "";
        List<Object> chunks = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + PIECE);
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to++;
            }
            Map<String, @Nullable Object> piece = Json.object("type", "content", "content", text.substring(from, to));
            piece.put("model", sent.get("model"));
            chunks.add(piece);
            from = to;
        }
        Map<String, @Nullable Object> complete = Json.object("type", "complete");
        complete.putAll(sent);
        chunks.add(complete);
        List<String> events = new ArrayList<>();
        chunks.forEach(chunk -> events.add(EventStream.event(Json.text(chunk))));
        events.add(EventStream.event("[DONE]"));
        return FakeResponse.events(events.iterator());
    }

    String answer(String content) {
        return answers.apply(content);
    }

    Map<String, Object> spelled(Map<String, Object> checkpoint) {
        return camelCaseCheckpoints ? checkpoint : InMemoryStore.snakeCase(checkpoint);
    }
}
