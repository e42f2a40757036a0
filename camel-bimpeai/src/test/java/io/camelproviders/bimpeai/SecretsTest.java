/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.LoopbackServer;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.bimpeai.BimpeaiFaults;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The key and the tickets stand in no log, no text about the context, no exception and no exchange. */
class SecretsTest {

    /** How the key comes into the context. */
    enum Given {
        COMPONENT,
        OPTION,
        RAW,
        PLACEHOLDER
    }

    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @EnumSource(Given.class)
    void standNowhereWhateverGoesWrong(Given given) throws Exception {
        ObservableOutput told = new ObservableOutput();
        List<String> secrets = new ArrayList<>();
        try (FakeBimpeaiServer server = FakeBimpeaiServer.start();
                LogCapture log = new LogCapture();
                DefaultCamelContext context = new DefaultCamelContext()) {
            // given
            secrets.addAll(List.of(server.apiKey(), "custom-canary", "cookie-canary"));
            start(context, server, given);
            // when
            for (Fault fault : faults()) {
                server.faults().once(fault);
                server.dropConnections();
                say(server);
                told.exchange("send", send(context, "Hello"));
                told.context(context);
            }
            server.refuseConnections();
            server.dropConnections();
            told.exchange("send while refused", send(context, "Hello"));
            told.context(context);
            told.routeDump(context);
            exchanges.forEach(exchange -> told.exchange("consumed", exchange));
            server.journal().all().stream()
                    .map(request -> request.query().get("ticket"))
                    .filter(java.util.Objects::nonNull)
                    .forEach(secrets::add);
            context.stop();
            told.add("log", log.text());
        }
        // then
        assertThat(secrets).as("key and tickets").hasSizeGreaterThan(4);
        assertThat(told.tells("console bimpeai")).isTrue();
        assertThat(told.at("console bimpeai")).contains("collect");
        assertThat(told.tells("health details")).isTrue();
        assertThat(told.tells("JMX consumers OpenStreams")).isTrue();
        assertThat(told.at("send exception")).contains("AuthenticationException", "TimeoutException");
        assertThat(told.at("log")).contains("Stream ");
        Set<String> places = new TreeSet<>(told.placesOf(secrets).keySet());
        if (given != Given.COMPONENT) {
            // Camel's own: these print what the author wrote into a route, whatever the component.
            places.removeIf(place -> place.startsWith("console route-")
                    || place.equals("route dump")
                    || place.equals("JMX processors ModelLabel"));
        }
        assertThat(places).isEmpty();
    }

    private static List<Fault> faults() {
        return List.of(
                Fault.before(":\n\n"),
                Fault.respond(503, "Set-Cookie", "sid=cookie-canary").on(RequestKind.TICKET),
                BimpeaiFaults.deadTicket(),
                BimpeaiFaults.malformedJson(),
                Fault.resetAfter(1),
                Fault.stall().on(RequestKind.STREAM),
                Fault.respond(401).on(RequestKind.SEND),
                Fault.htmlPage().on(RequestKind.SEND),
                Fault.cutResponse().on(RequestKind.SEND),
                Fault.stall().on(RequestKind.SEND));
    }

    private String agent = "";
    private String conversation = "";

    /** Says two things; the first may be spoilt. */
    private void say(FakeBimpeaiServer server) {
        int before = exchanges.size();
        server.customerSays(conversation, "one");
        server.customerSays(conversation, "two");
        StreamTestSupport.await(() -> exchanges.size() > before);
    }

    private Exchange send(DefaultCamelContext context, String text) {
        return context.createProducerTemplate()
                .send("direct:send", exchange -> exchange.getMessage().setBody(text));
    }

    private void start(DefaultCamelContext context, FakeBimpeaiServer server, Given given) throws Exception {
        agent = server.addAgent();
        conversation = server.addConversation(agent);
        ObservableOutput.enable(context);
        BimpeaiConfiguration options = component(context, server.baseUrl());
        options.setAgentId(agent);
        String key = server.apiKey();
        Properties properties = new Properties();
        properties.put("key", key);
        context.getPropertiesComponent().setInitialProperties(properties);
        String option =
                switch (given) {
                    case COMPONENT -> "";
                    case OPTION -> "&apiKey=" + key;
                    case RAW -> "&api-key=RAW(" + key + ")";
                    case PLACEHOLDER -> "&apiKey={{key}}";
                };
        if (given == Given.COMPONENT) {
            options.setApiKey(key);
        }
        String custom = given == Given.COMPONENT ? "plain" : "custom-canary";
        String ids = "?conversationId=" + conversation + "&httpHeader.X-Custom=" + custom + option;
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("bimpeai:messages/stream" + ids).routeId("collect").process(exchanges::add);
                from("direct:send").routeId("send").to("bimpeai:messages/send" + ids);
            }
        });
        context.start();
        StreamTestSupport.await(() -> server.openStreams() > 0);
    }

    private static BimpeaiConfiguration component(DefaultCamelContext context, String baseUrl) {
        BimpeaiComponent component = new BimpeaiComponent();
        BimpeaiConfiguration options = component.getConfiguration();
        options.setBaseUrl(baseUrl);
        options.setReconnectDelay(20);
        options.setMaxReconnectDelay(100);
        options.setRetryDelay(20);
        options.setMaxRetryDelay(50);
        options.setMaxRetries(0);
        options.setRequestTimeout(700);
        options.setReadIdleTimeout(1_000);
        context.addComponent("bimpeai", component);
        context.getShutdownStrategy().setTimeout(5);
        return options;
    }

    // ---- On the wire ----

    @Test
    void areNotOnTheStreamRequestSaveTheTicketOnce() throws Exception {
        try (FakeBimpeaiServer server = FakeBimpeaiServer.start();
                DefaultCamelContext context = new DefaultCamelContext()) {
            // given
            server.faults()
                    .once(Fault.respond(503, "Set-Cookie", "sid=cookie-canary; Path=/")
                            .on(RequestKind.TICKET));
            // when
            start(context, server, Given.OPTION);
            // then
            Request stream = server.journal().all().stream()
                    .filter(request -> request.query().containsKey("ticket"))
                    .findFirst()
                    .orElseThrow();
            String raw = new String(stream.raw(), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(raw)
                    .doesNotContainIgnoringCase("authorization")
                    .doesNotContainIgnoringCase("cookie")
                    .doesNotContain("canary")
                    .doesNotContain(server.apiKey())
                    .containsOnlyOnce(stream.query().get("ticket"));
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(ints = {301, 302, 303, 307, 308})
    void areNotCarriedOverARedirect(int status) throws Exception {
        try (LoopbackServer other =
                        LoopbackServer.start("other", (request, responder) -> responder.respond(200, "{}"));
                FakeBimpeaiServer server = FakeBimpeaiServer.start();
                DefaultCamelContext context = new DefaultCamelContext()) {
            // given
            start(context, server, Given.COMPONENT);
            String elsewhere = other.uri() + "/api/v1/console/x";
            for (RequestKind place : List.of(RequestKind.SEND, RequestKind.TICKET, RequestKind.STREAM)) {
                server.faults()
                        .once(Fault.respond(status, "Location", elsewhere).on(place));
            }
            long tickets = server.ticketsIssued();
            // when
            Exchange sent = send(context, "Hello");
            server.dropConnections();
            StreamTestSupport.await(() -> server.ticketsIssued() > tickets + 1 && server.openStreams() > 0);
            // then
            assertThat(sent.getException()).isNotNull();
            assertThat(server.faults().remaining()).isZero();
            assertThat(other.journal().total()).isZero();
        }
    }

    @Test
    void areMaskedInTheTextOfAnErrorThatEchoesThem() throws Exception {
        List<String> secrets = new ArrayList<>();
        ObservableOutput told = new ObservableOutput();
        try (LoopbackServer echo = LoopbackServer.start("echo", (request, responder) -> {
                    String key = request.header("Authorization").orElse("none");
                    responder.respond(
                            400,
                            "{\"message\":\"no such key " + key + "\",\"error\":\"" + key + "\",\"code\":\"" + key
                                    + "\",\"request_id\":\"" + key + "\"}",
                            "Content-Type",
                            "application/json",
                            "X-Request-Id",
                            key);
                });
                LogCapture log = new LogCapture();
                DefaultCamelContext context = new DefaultCamelContext()) {
            // given
            secrets.add("sk_echoed_canary");
            ObservableOutput.enable(context);
            BimpeaiConfiguration options = component(context, echo.uri().toString());
            options.setApiKey("sk_echoed_canary");
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("bimpeai:messages/stream?agentId=A&conversationId=C").to("log:out");
                    from("direct:send").to("bimpeai:messages/send?agentId=A&conversationId=C");
                    from("direct:quiet")
                            .to("bimpeai:messages/send?agentId=A&conversationId=C&throwExceptionOnFailure=false");
                }
            });
            // when
            context.start();
            Exchange sent = send(context, "Hello");
            Exchange quiet = context.createProducerTemplate()
                    .send("direct:quiet", one -> one.getMessage().setBody("Hello"));
            StreamTestSupport.await(() -> log.text().contains("Stream C"));
            told.exchange("send", sent).exchange("quiet", quiet).context(context);
            told.add("quiet body", quiet.getMessage().getBody());
            context.stop();
            told.add("log", log.text());
        }
        // then
        assertThat(told.at("send exception")).contains("no such key", "xxxxxx");
        assertThat(told.placesOf(secrets)).isEmpty();
    }
}
