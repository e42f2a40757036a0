/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.bimpeai.model.Agents.Agent;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.LoopbackServer;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says steers nothing but the body, and cannot forge a log. */
class HostileServerTest {

    private static final String FORGED = "2026-01-01 ERROR forged";

    /** Answers every call with this status, this JSON and headers that steer other components of Camel. */
    private static LoopbackServer answering(int status, Function<Request, String> json) {
        return LoopbackServer.start(
                "hostile",
                (request, responder) -> responder.respond(
                        status,
                        json.apply(request),
                        "Content-Type",
                        "application/json",
                        "CamelFileName",
                        "../x",
                        "CAMELExecCommandExecutable",
                        "sh",
                        "camelhttpuri",
                        "http://127.0.0.1:1"));
    }

    private static DefaultCamelContext context(LoopbackServer server) {
        DefaultCamelContext context = new DefaultCamelContext();
        BimpeaiComponent component = new BimpeaiComponent();
        component.getConfiguration().setBaseUrl(server.uri().toString());
        component.getConfiguration().setApiKey("sk_test");
        component.getConfiguration().setMaxRetries(0);
        context.addComponent("bimpeai", component);
        context.start();
        return context;
    }

    private static Exchange retrieve(DefaultCamelContext context, String options) {
        return context.createProducerTemplate()
                .send("bimpeai:agents/retrieve?agentId=A" + options, exchange -> exchange.getMessage()
                        .setBody(null));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 503})
    void headersAndNamesOfAnAnswerBecomeNoHeadersOfTheExchange(int status) throws Exception {
        try (LoopbackServer server = answering(
                        status,
                        request ->
                                "{\"message\":\"m\",\"CamelFileName\":\"../x\",\"data\":{\"id\":\"a\",\"name\":\"n\","
                                        + "\"CamelFileName\":\"../x\",\"CAMELExecCommandExecutable\":\"sh\"}}");
                DefaultCamelContext context = context(server)) {
            // when
            Exchange exchange = retrieve(context, "&throwExceptionOnFailure=false");
            // then
            assertThat(exchange.getMessage().getHeaders().keySet())
                    .allMatch(name -> name.startsWith("CamelBimpeaiResponse"));
            if (status == 200) {
                assertThat(exchange.getMessage().getBody(Agent.class).additionalProperties())
                        .containsEntry("CamelFileName", "../x");
            }
        }
    }

    @Test
    void anErrorOfManyLinesIsOneLineAndIsNotEvaluated() throws Exception {
        try (LoopbackServer server = answering(
                        400,
                        request -> "{\"message\":\"bad\\r\\n" + FORGED
                                + " \\u001b[31m ${jndi:ldap://127.0.0.1/x} ${sys:user.home} %n \\u202e\"}");
                LogCapture log = new LogCapture();
                DefaultCamelContext context = context(server)) {
            // when
            Exchange exchange = retrieve(context, "");
            // then
            assertThat(exchange.getException().getMessage())
                    .contains("${jndi:ldap://127.0.0.1/x} ${sys:user.home} %n")
                    .doesNotContainPattern("[\\r\\n\\u001b\\u202e]");
            assertThat(log.text().lines()).noneMatch(line -> line.startsWith(FORGED));
        }
    }

    private static String event(String type, String idLine, String idInJson, String text) {
        return "event: " + type + "\n" + idLine + "data: {\"id\":\"" + idInJson
                + "\",\"role\":\"customer\",\"message\":\"" + text + "\",\"CamelFileName\":\"../x\"}\n\n";
    }

    @Test
    void namesInEventsBecomeNoHeadersAndStrangeIdsDoNotEndTheStream() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(rig.watched(""))
                            .routeId("collect")
                            .process(exchange ->
                                    headers.add(exchange.getMessage().getHeaders()))
                            .process(rig::collect);
                }
            });
            rig.start();
            rig.awaitOpen();
            // when
            rig.server
                    .faults()
                    .once(Fault.before(event("CamelFileName", "", "x1", "no")
                            + event("message", "id: 1\u2028\n", "1\u2028", "separator")
                            + event("message", "id: \uD83D\uDE00 \u65E5\n", "x2", "letters")
                            + event("message", "", "y".repeat(3_000), "too long")
                            + event("message", "", "a\\r\\n" + FORGED, "line break")));
            rig.say(1, 3);
            // then
            rig.awaitTexts(5);
            assertThat(rig.texts).containsExactly("separator", "letters", "t1", "t2", "t3");
            StreamTestSupport.await(() -> rig.reported.size() == 3);
            assertThat(headers)
                    .allSatisfy(one -> assertThat(one.keySet()).allMatch(name -> name.startsWith("CamelBimpeai")));
            rig.server.dropConnections();
            rig.say(4, 4);
            rig.awaitTexts(6);
        }
    }

    @Test
    void aStrangeIdIsAskedForAsItIs() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            String id = "1\u2028 &after=x#\uD83D\uDE00%2F+";
            MemoryStateRepository store = new MemoryStateRepository();
            store.start();
            store.setState("k", id);
            rig.context.getRegistry().bind("store", store);
            // when
            rig.collect(rig.watched("&onUnknownOffset=now&offsetRepository=#store&offsetKey=k"))
                    .start();
            rig.awaitOpen();
            rig.say(1, 1);
            rig.awaitTexts(1);
            // then
            List<Request> streams =
                    rig.server.journal().matching(request -> request.path().endsWith("/stream"));
            assertThat(streams.get(0).query())
                    .containsOnlyKeys("ticket", "after")
                    .containsEntry("after", id);
        }
    }

    @Test
    void theIdAndTheFailureOfAMessageForgeNoLine() throws Exception {
        try (LogCapture log = new LogCapture();
                StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from(rig.watched("&onFailure=stop")).routeId("collect").process(exchange -> {
                        throw new IllegalStateException("cannot take\r\n" + FORGED);
                    });
                }
            });
            rig.start();
            rig.awaitOpen();
            // when
            rig.server.faults().once(Fault.before(event("message", "id: a\u2028" + FORGED + "\n", "x", "evil")));
            rig.say(1, 1);
            StreamTestSupport.await(() -> rig.status().down());
            // then
            StreamTestSupport.await(() -> log.text().contains("stopped, message a"));
            assertThat(log.text().lines()).noneMatch(line -> line.startsWith(FORGED));
            assertThat(rig.consumer().getTrouble()).doesNotContainPattern("[\\r\\n\\u2028]");
            assertThat(rig.consumer().getHealthCheck().call().getMessage().orElseThrow())
                    .doesNotContainPattern("[\\r\\n\\u2028]");
        }
    }

    @Test
    void keysOfTwoEndpointsOfOneHostAreNeverMixed() throws Exception {
        try (LoopbackServer server = answering(
                        200,
                        request -> "{\"message\":\"ok\",\"data\":{\"id\":\""
                                + request.header("Authorization").orElse("none")
                                + "\",\"name\":\"n\"}}");
                DefaultCamelContext context = context(server)) {
            // given
            server.journal().keepLast(10);
            ProducerTemplate template = context.createProducerTemplate();
            List<String> wrong = new ArrayList<>();
            int calls = 10_000;
            int atOnce = 100;
            // when
            for (int first = 0; first < calls; first += atOnce) {
                List<CompletableFuture<Agent>> running = new ArrayList<>();
                for (int call = first; call < first + atOnce; call++) {
                    String uri = "bimpeai:agents/retrieve?agentId=A&apiKey=RAW(sk_key_" + call % 3 + ")";
                    running.add(template.asyncRequestBody(uri, null, Agent.class));
                }
                for (int call = first; call < first + atOnce; call++) {
                    String seen =
                            running.get(call - first).get(60, TimeUnit.SECONDS).id();
                    if (!("Bearer sk_key_" + call % 3).equals(seen)) {
                        wrong.add(call + ": " + seen);
                    }
                }
            }
            // then
            assertThat(wrong).isEmpty();
            assertThat(server.journal().total()).isEqualTo(calls);
        }
    }

    @Test
    void addressesInABodyAreDataAndNeverFetched() throws Exception {
        try (LoopbackServer trap = LoopbackServer.start("trap", (request, responder) -> responder.respond(200, "x"));
                CallTestSupport rig = new CallTestSupport()) {
            // given
            String url = trap.uri() + "/secret";
            Map<String, Object> message =
                    Map.of("message", "Hi", "attachments", List.of(Map.of("type", "image", "url", url)));
            Map<String, Object> knowledge = Map.of("name", "k", "type", "url", "url", url, "source_url", url);
            // when
            Exchange sent = rig.send(rig.messagesSend(), message);
            Request request = rig.last();
            rig.send("bimpeai:knowledge-bases/create?agentId=" + rig.agent, knowledge);
            // then
            assertThat(sent.getException()).isNull();
            assertThat(new String(request.body(), StandardCharsets.UTF_8)).contains(url);
            assertThat(rig.last().bodyText()).contains(url);
            assertThat(trap.journal().total()).isZero();
            assertThat(trap.acceptedConnections()).isZero();
        }
    }
}
