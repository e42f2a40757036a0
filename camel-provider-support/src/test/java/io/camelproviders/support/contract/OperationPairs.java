/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.core.operation.OperationTable;
import io.camelproviders.testkit.LoopbackServer;
import io.camelproviders.testkit.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * All pairs of operations in one route, on a server whose responses hold every field that any request could have. The second
 * request consists of what its URI says and, where it takes a text and the first response has one, of that text alone.
 */
public final class OperationPairs implements AutoCloseable {

    private static final String EVIL = "EVIL";

    private final String scheme;
    private final OperationTable table;
    private final LoopbackServer server;
    private final Map<String, Object> evil = new LinkedHashMap<>();
    private volatile Operation current;

    /**
     * @param envelope wraps the poisoned object as the provider wraps the response of an operation
     */
    public OperationPairs(
            String scheme, OperationTable table, BiFunction<Operation, Map<String, Object>, Object> envelope) {
        this.scheme = scheme;
        this.table = table;
        this.current = table.all().iterator().next();
        for (Operation operation : table.all()) {
            operation.parameters().forEach(parameter -> evil.put(parameter.wireName(), poison(parameter)));
            operation.payload().required().forEach(field -> evil.putIfAbsent(field, EVIL + '-' + field));
        }
        this.server = LoopbackServer.start(
                "pairs", (request, responder) -> responder.json(200, envelope.apply(current, evil)));
    }

    private static Object poison(Parameter parameter) {
        if (parameter.type() == Integer.class || parameter.type() == Double.class) {
            return 666_666;
        }
        return parameter.type() == Boolean.class ? (Object) true : EVIL + '-' + parameter.wireName();
    }

    /** Address of the server. */
    public String url() {
        return server.uri().toString();
    }

    /** Runs all pairs; returns how many second calls were sent. */
    public int run(CamelContext context) {
        ProducerTemplate template = context.createProducerTemplate();
        int sent = 0;
        for (Operation first : operations()) {
            for (Operation second : operations()) {
                for (boolean text : new boolean[] {true, false}) {
                    sent += pair(template, first, second, text) ? 1 : 0;
                }
            }
        }
        return sent;
    }

    private List<Operation> operations() {
        return table.all().stream()
                .filter(operation -> operation.can(Operation.Role.PRODUCER))
                .filter(operation ->
                        !operation.method().equals("WS") && !operation.name().equals("messages/stream"))
                .filter(operation -> operation.payload().required().stream().noneMatch(LogText::isSecretName))
                .toList();
    }

    private boolean pair(ProducerTemplate template, Operation first, Operation second, boolean text) {
        current = first;
        Exchange exchange =
                template.send(uri(first, true), sent -> sent.getMessage().setBody(null));
        if (exchange.getException() != null) {
            return false;
        }
        current = second;
        server.journal().clear();
        template.send(uri(second, text), exchange);
        List<Request> requests = server.journal().all();
        requests.forEach(request -> check(request, first, second, text));
        return !requests.isEmpty();
    }

    private String uri(Operation operation, boolean text) {
        StringJoiner options = new StringJoiner("&", scheme + ':' + operation.name() + '?', "");
        options.add("maxRetries=0");
        if (operation.paged()) {
            options.add("paging=page");
        }
        List<String> given = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            boolean isText = parameter.place() == Parameter.Place.TEXT;
            boolean wanted = isText ? text : parameter.required();
            if (wanted) {
                options.add(parameter.optionName() + "=fixed");
                given.add(parameter.wireName());
            }
        }
        operation.payload().required().stream()
                .filter(field -> !given.contains(field))
                .filter(field -> operation.parameters().stream()
                        .noneMatch(parameter ->
                                parameter.wireName().equals(field) && parameter.place() == Parameter.Place.TEXT))
                .forEach(field -> options.add("param." + field + "=fixed"));
        return options.toString();
    }

    private static void check(Request request, Operation first, Operation second, boolean text) {
        String pair = first.name() + " -> " + second.name();
        assertThat(request.target()).as(pair).doesNotContain(EVIL).doesNotContain("666666");
        if (request.bodyText().isEmpty()) {
            return;
        }
        JsonNode body = request.json();
        if (!text && body instanceof ObjectNode fields) {
            second.text().ifPresent(parameter -> fields.remove(parameter.wireName()));
        }
        assertThat(body.toString()).as(pair).doesNotContain(EVIL).doesNotContain("666666");
    }

    /** The usual poisoned payload: a list of objects for lists, else the object. */
    public static Object payload(Operation operation, Map<String, Object> evil) {
        return operation.result().form() == Operation.Result.Form.LIST
                ? Stream.of(evil).toList()
                : evil;
    }

    @Override
    public void close() {
        server.close();
    }
}
