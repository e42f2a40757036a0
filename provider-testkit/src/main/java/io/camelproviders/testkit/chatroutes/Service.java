/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the service does when it behaves: all thirty operations on a {@link Book}. */
final class Service {

    private static final String CONVERSATION = "/conversations/{conversation}";
    private static final String BRANCH = CONVERSATION + "/branches/{branch}";
    private static final int DEFAULT_LIMIT = 10;

    final Book book = new Book();
    final Accounts accounts;
    private final List<Route> routes;

    // set by tests, read by the server's thread
    private volatile UnaryOperator<String> words = content -> "You said: " + content;
    private volatile boolean snakeCase;
    private volatile boolean tellsNext = true;

    Service(String apiKey) {
        this.accounts = new Accounts(apiKey);
        List<Route> all = new ArrayList<>();
        all.addAll(conversations());
        all.addAll(messages());
        all.addAll(branches());
        all.addAll(checkpoints());
        all.addAll(others());
        routes = List.copyOf(all);
    }

    void words(UnaryOperator<String> answers) {
        words = answers;
    }

    void snakeCase(boolean checkpoints) {
        snakeCase = checkpoints;
    }

    void tellsNext(boolean hasNext) {
        tellsNext = hasNext;
    }

    Optional<Route> route(String method, List<String> segments) {
        return routes.stream()
                .filter(route -> route.fits(method, segments).isPresent())
                .findFirst();
    }

    private List<Route> conversations() {
        return List.of(
                Route.of("POST", "/conversations", call -> {
                    call.required("title");
                    return Reply.created("conversation", book.createConversation(call.userId(), call.fields()));
                }),
                Route.of("GET", "/conversations", this::page),
                Route.of(
                        "GET",
                        CONVERSATION,
                        call -> Reply.ok("conversation", book.conversation(call.id("conversation")))),
                Route.of(
                        "PATCH",
                        CONVERSATION,
                        call -> Reply.ok(
                                "conversation", book.updateConversation(call.id("conversation"), call.fields()))),
                Route.of("DELETE", CONVERSATION, call -> {
                    book.deleteConversation(call.id("conversation"));
                    return deleted();
                }),
                Route.of("GET", CONVERSATION + "/tree", call -> Reply.data(book.tree(call.id("conversation")))));
    }

    private List<Route> messages() {
        return List.of(
                Route.of("POST", CONVERSATION + "/messages", call -> Reply.data(send(call, call.optional("branchId")))),
                Route.of(
                        "POST",
                        CONVERSATION + "/messages/stream",
                        call -> Reply.data(send(call, call.optional("branchId")))),
                Route.of(
                        "GET",
                        CONVERSATION + "/messages",
                        call -> Reply.ok("messages", book.messages(call.id("conversation"), call.query("branchId")))),
                Route.of(
                        "PATCH",
                        "/messages/{message}",
                        call -> Reply.ok("message", book.updateMessage(call.id("message"), call.required("content")))),
                Route.of("DELETE", "/messages/{message}", call -> {
                    book.deleteMessage(call.id("message"));
                    return deleted();
                }));
    }

    private List<Route> branches() {
        return List.of(
                Route.of(
                        "GET",
                        CONVERSATION + "/branches",
                        call -> Reply.ok("branches", book.branches(call.id("conversation")))),
                Route.of("POST", CONVERSATION + "/branches", call -> {
                    call.required("title");
                    return Reply.created("branch", book.createBranch(call.id("conversation"), call.fields()));
                }),
                Route.of("POST", CONVERSATION + "/fork", call -> {
                    call.required("title");
                    call.required("forkPointMessageId");
                    return Reply.created("branch", book.fork(call.id("conversation"), call.fields()));
                }),
                Route.of(
                        "PATCH",
                        BRANCH,
                        call -> Reply.ok(
                                "branch",
                                book.updateBranch(call.id("conversation"), call.id("branch"), call.fields()))),
                Route.of("DELETE", BRANCH, call -> {
                    book.deleteBranch(call.id("conversation"), call.id("branch"));
                    return deleted();
                }),
                Route.of(
                        "GET",
                        BRANCH + "/messages",
                        call -> Reply.ok("messages", book.messages(call.id("conversation"), call.id("branch")))),
                Route.of("POST", BRANCH + "/messages", call -> {
                    Map<String, Object> sent = send(call, call.id("branch"));
                    // Into a branch the answer goes by another name.
                    sent.put("assistantMessage", Objects.requireNonNull(sent.remove("message")));
                    return Reply.data(sent);
                }),
                Route.of(
                        "POST",
                        BRANCH + "/merge",
                        call -> Reply.ok("branch", book.merge(call.id("conversation"), call.id("branch")))));
    }

    private List<Route> checkpoints() {
        return List.of(
                Route.of(
                        "GET",
                        CONVERSATION + "/checkpoints",
                        call -> Reply.ok(
                                "checkpoints",
                                book.checkpoints(call.id("conversation"), call.query("branchId")).stream()
                                        .map(this::spelled)
                                        .toList())),
                Route.of(
                        "POST",
                        CONVERSATION + "/checkpoints",
                        call -> Reply.created(
                                "checkpoint",
                                spelled(book.createCheckpoint(
                                        call.id("conversation"),
                                        call.required("branchId"),
                                        call.required("anchorMessageId"))))),
                Route.of("DELETE", "/checkpoints/{checkpoint}", call -> {
                    book.deleteCheckpoint(call.id("checkpoint"));
                    return deleted();
                }),
                Route.of(
                        "POST",
                        "/checkpoints/{checkpoint}/recreate",
                        call -> Reply.ok("checkpoint", spelled(book.recreate(call.id("checkpoint"))))));
    }

    private List<Route> others() {
        return List.of(
                Route.of("POST", "/autobranch/suggest-branches", Suggesting::suggest),
                Route.of(
                        "GET",
                        "/autobranch/health",
                        call -> new Reply(
                                200,
                                "",
                                Map.of("status", "healthy", "version", "1.0.0", "service", "autobranch"),
                                Map.of(),
                                true)),
                Route.of(
                                "POST",
                                "/auth/register",
                                call -> new Reply(
                                        201,
                                        "",
                                        accounts.register(
                                                call.required("email"),
                                                call.required("password"),
                                                call.optional("name")),
                                        Map.of(),
                                        false))
                        .forAll(),
                Route.of(
                                "POST",
                                "/auth/login",
                                call -> Reply.data(accounts.login(call.required("email"), call.required("password"))))
                        .forAll(),
                Route.of("GET", "/auth/me", call -> Reply.ok("user", call.user())),
                Route.of(
                                "POST",
                                "/auth/refresh",
                                call -> Reply.ok("tokens", accounts.refresh(call.required("refreshToken"))))
                        .forAll(),
                Route.of("POST", "/auth/logout", call -> {
                    accounts.logout(call.request().header("Authorization").orElse(""));
                    return deleted();
                }));
    }

    private Reply page(Call call) {
        String filter = Objects.requireNonNullElse(call.query("filter"), "all");
        List<Map<String, Object>> all = book.conversations(call.userId(), filter);
        int page = call.number("page", 1);
        int limit = call.number("limit", DEFAULT_LIMIT);
        int from = (int) Math.min((long) (page - 1) * limit, all.size());
        int to = Math.min(all.size(), from + limit);
        Map<String, Object> beside = new LinkedHashMap<>();
        beside.put("total", all.size());
        beside.put("page", page);
        beside.put("limit", limit);
        if (tellsNext) {
            beside.put("hasNext", to < all.size());
        }
        return new Reply(200, "conversations", all.subList(from, to), beside, false);
    }

    /** Stores the question and its answer. */
    private Map<String, Object> send(Call call, @Nullable String branch) {
        String content = call.required("content");
        String conversation = call.id("conversation");
        String model = Objects.requireNonNullElse(call.optional("model"), "gpt-5") + "-2025-08-07";
        Map<String, Object> asked = book.addMessage(conversation, branch, "user", content, null);
        Map<String, Object> answer = book.addMessage(conversation, branch, "assistant", words.apply(content), model);
        int prompt = Book.tokens(String.valueOf(asked.get("content")));
        int completion = Book.tokens(String.valueOf(answer.get("content")));
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("promptTokens", prompt);
        usage.put("completionTokens", completion);
        usage.put("totalTokens", prompt + completion);
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("message", answer);
        sent.put("usage", usage);
        sent.put("model", model);
        return sent;
    }

    private Map<String, Object> spelled(Map<String, Object> checkpoint) {
        if (!snakeCase) {
            return checkpoint;
        }
        Map<String, Object> snake = new LinkedHashMap<>();
        checkpoint.forEach(
                (name, value) -> snake.put(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), value));
        return snake;
    }

    private static Reply deleted() {
        return Reply.data(Map.of());
    }
}
