/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.BodyRules;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.FakeServer;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.Operations;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.ServiceError;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A fake iGPT on a loopback socket: all six operations, with and without a slash at the end of the path, and streamed answers of asks
 * and runs.
 *
 * <p>As the real service, it answers errors with status 200: a wrong key is {@code {"error":"auth"}}, a missing or wrong field {@code
 * {"error":"params"}}. Answers repeat the input. A service that was authorized becomes a data source whose progress grows by half with
 * each list.
 */
public final class FakeIgptServer extends FakeServer {

    /** The only key that is accepted. */
    public static final String API_KEY = "igpt-test-key-4711";

    private static final BodyRules ASK = BodyRules.of("input! user! stream?:bool quality? output_format?:any");
    private static final BodyRules RUN = BodyRules.of(
            "input! user! stream?:bool quality? reasoning_effort?=low|medium|high output_format?:any instructions?");
    private static final BodyRules SEARCH =
            BodyRules.of("user! query? date_from? date_to? max_results?:number[0..] filter_people?");
    private static final BodyRules LIST = BodyRules.of("user!");
    private static final BodyRules DISCONNECT = BodyRules.of("id! user!");
    private static final BodyRules AUTHORIZE = BodyRules.of("service! scope! user! redirect_uri? state?");
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}|";

    private final Operations operations = new Operations();
    private final InMemoryStore store = new InMemoryStore();
    private volatile UnaryOperator<String> answers = input -> "You asked: " + input;

    private FakeIgptServer() {
        super("igpt", "/v1", API_KEY);
        operations
                .add("recall/ask", "POST /recall/ask", RequestKind.SEND, this::ask)
                .add("recall/run", "POST /recall/run", RequestKind.SEND, this::run)
                .add("recall/search", "POST /recall/search", this::search)
                .add(
                        "datasources/list",
                        "POST /datasources/list",
                        read(LIST, body -> Map.of("datasources", store.list())))
                .add(
                        "datasources/disconnect",
                        "POST /datasources/disconnect",
                        read(
                                DISCONNECT,
                                body -> Map.of(
                                        "success",
                                        store.disconnect(body.path("id").asText()))))
                .add("connectors/authorize", "POST /connectors/authorize", read(AUTHORIZE, store::authorize));
    }

    /** Starts on a free port. */
    public static FakeIgptServer start() {
        return start(0);
    }

    /** Starts on this port, 0 for a free one. */
    public static FakeIgptServer start(int port) {
        FakeIgptServer server = new FakeIgptServer();
        server.listen(port);
        return server;
    }

    /** Answers each input of an ask or a run with this. */
    public void answerWith(UnaryOperator<String> function) {
        answers = function;
    }

    /** Adds or replaces a data source, indexed to this percentage; its id is {@code service/1/type}. */
    public void addDataSource(String service, String type, int progress) {
        store.addSource(service, type, progress);
    }

    /** Adds a search result with this date, such as {@code 2026-01-15}; the newest comes first. */
    public void addSearchResult(String id, String title, String date) {
        store.addResult(id, title, date);
    }

    @Override
    protected Operations operations() {
        return operations;
    }

    @Override
    protected List<String> segments(Request request) {
        List<String> all = request.pathSegments();
        int end = all.get(all.size() - 1).isEmpty() ? all.size() - 1 : all.size();
        return end > 1 && all.get(0).equals("v1") ? all.subList(1, end) : List.of();
    }

    @Override
    protected OperationRequest resolve(Request request) {
        OperationRequest resolved = super.resolve(request);
        return resolved.kind() == RequestKind.SEND && asksForStream(request)
                ? resolved.as(RequestKind.STREAM)
                : resolved;
    }

    private static boolean asksForStream(Request request) {
        try {
            return request.json().path("stream").asBoolean(false);
        } catch (IllegalArgumentException e) {
            // Refused later, as wrong parameters.
            return false;
        }
    }

    @Override
    protected FakeResponse handle(OperationRequest request) {
        if (request.operation().isEmpty()) {
            boolean wrongMethod = !request.request().method().equals("POST");
            throw wrongMethod ? ServiceError.of(405, "method_not_allowed", "") : ServiceError.notFound("Path");
        }
        if (!request.request().header("Authorization").orElse("").equals("Bearer " + API_KEY)) {
            throw ServiceError.of(200, "auth", "Wrong key");
        }
        if (!request.request().rawQuery().isEmpty()) {
            violation(request, "query parameters are not read");
        }
        return super.handle(request);
    }

    @Override
    protected FakeResponse error(ServiceError error, OperationRequest request) {
        // The service answers 200 also for errors; a body that it cannot read is a wrong parameter.
        boolean params = error.status() == 400 && !error.code().isEmpty();
        String code = params ? "params" : error.code().isEmpty() ? "status_" + error.status() : error.code();
        return FakeResponse.json(params ? 200 : error.status(), Map.of("error", code));
    }

    private static Operations.Handler read(BodyRules rules, Function<ObjectNode, Object> answer) {
        return request -> FakeResponse.json(200, answer.apply(rules.read(request.request())));
    }

    private FakeResponse ask(OperationRequest request) {
        IgptResponses responses = responses(ASK.read(request.request()));
        return request.kind() == RequestKind.STREAM
                ? FakeResponse.events(responses.askEvents().iterator())
                : FakeResponse.json(200, responses.ask());
    }

    private FakeResponse run(OperationRequest request) {
        IgptResponses responses = responses(RUN.read(request.request()));
        return request.kind() == RequestKind.STREAM
                ? FakeResponse.events(responses.runEvents().iterator())
                : FakeResponse.json(200, responses.run());
    }

    private IgptResponses responses(ObjectNode body) {
        boolean known = body.path("output_format").isMissingNode()
                || body.path("output_format").isNull()
                || body.path("output_format").isObject()
                || List.of("text", "json").contains(body.path("output_format").asText());
        if (!known) {
            throw ServiceError.validation("output_format: must be text, json or an object");
        }
        return new IgptResponses(body, answers.apply(body.path("input").asText()), store.sources());
    }

    private FakeResponse search(OperationRequest request) {
        ObjectNode body = SEARCH.read(request.request());
        for (String date : List.of("date_from", "date_to")) {
            if (!body.path(date).asText("").matches(DATE)) {
                throw ServiceError.validation(date + ": must be a date");
            }
        }
        return FakeResponse.json(200, Map.of("results", store.search(body)));
    }
}
