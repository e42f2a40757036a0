/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.igpt.model.Connectors.AuthorizeAnswer;
import io.camelproviders.igpt.model.Recall.AskRequest;
import io.camelproviders.igpt.model.Recall.Usage;
import io.camelproviders.igpt.model.Runs.RunResult;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.igpt.IgptFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class IgptCallsTest {

    private static final String CLASS = "&outputClass=io.camelproviders.igpt.DigestResult";
    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]}";

    private final IgptTestSupport rig = new IgptTestSupport();

    @AfterEach
    void stop() {
        rig.close();
    }

    private com.fasterxml.jackson.databind.JsonNode sent() {
        List<io.camelproviders.testkit.Request> all = rig.server.journal().all();
        return all.get(all.size() - 1).json();
    }

    @Test
    void allOperationsAreAnswered() {
        Exchange ask = rig.send("igpt:recall/ask?quality=cef-1-high", "hi there");
        Exchange run = rig.send("igpt:recall/run?reasoningEffort=low", "hi there");
        Exchange search = rig.send("igpt:recall/search?maxResults=3", "budget");
        Exchange list = rig.send("igpt:datasources/list", "");
        Exchange authorize = rig.send("igpt:connectors/authorize?service=spike&scope=messages", "");
        Exchange disconnect = rig.send("igpt:datasources/disconnect?id=spike/1/messages", "");

        assertThat(ask.getMessage().getBody(Map.class)).containsEntry("output", IgptTestSupport.TEXT);
        assertThat(ask.getMessage().getHeader(IgptConstants.RESPONSE_USAGE)).isInstanceOf(Usage.class);
        assertThat(run.getMessage().getBody(RunResult.class).output()).isEqualTo(IgptTestSupport.TEXT);
        assertThat(search.getMessage().getBody()).isInstanceOf(Map.class);
        assertThat(list.getMessage().getBody()).isInstanceOf(Map.class);
        assertThat(authorize.getMessage().getBody()).isInstanceOf(AuthorizeAnswer.class);
        assertThat(disconnect.getException()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recall/ask?", "recall/run?", "recall/ask?stream=true&", "recall/run?stream=true&"})
    void anAnswerIsBoundToTheClassThatItWasAskedFor(String operation) {
        // An ask's own events know nothing of schemas; a real service streams the JSON's text.
        rig.server
                .faults()
                .on("recall/ask")
                .once(Fault.stream(
                        "{\"delta\":\"{\\\"headline\\\":\\\"" + IgptTestSupport.TEXT + "\\\",\"}",
                        "{\"delta\":\"\\\"points\\\":[],\\\"urgency\\\":2}\"}"));

        Exchange answered = rig.send("igpt:" + operation + CLASS.substring(1), "hi there");

        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getBody(DigestResult.class).headline()).isEqualTo(IgptTestSupport.TEXT);
        assertThat(sent().path("output_format")
                        .path("schema")
                        .path("properties")
                        .size())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recall/ask?", "recall/run?", "recall/ask?stream=true&", "recall/run?stream=true&"})
    void anAnswerThatDoesNotFitFailsWithItsRawText(String operation) {
        Map<String, Object> misfit = Map.of("output", Map.of("headline", 7));
        rig.server.faults().always(Fault.respondJson(misfit));

        Exchange failed = rig.send("igpt:" + operation + CLASS.substring(1), "hi there");

        assertThat(failed.getException(DecodeException.class).body().orElseThrow())
                .contains("headline");
        assertThat(failed.getException(DecodeException.class).operation()).startsWith("recall/");
    }

    @Test
    void aSchemaMayStandInTheUriInAResourceOrInTheMessage() throws Exception {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("schema", ".json");
        java.nio.file.Files.writeString(file, SCHEMA);

        Exchange inline = rig.send("igpt:recall/ask?outputFormat=RAW(" + SCHEMA + ")", "hi there");
        Exchange resource = rig.send("igpt:recall/ask?outputFormat=file:" + file, "hi there");
        Exchange own = rig.send(
                "igpt:recall/ask",
                AskRequest.builder()
                        .input("hi there")
                        .outputFormat(Map.of("schema", Map.of("type", "object", "properties", Map.of("b", Map.of()))))
                        .build());

        assertThat(inline.getMessage().getBody()).isEqualTo(Map.of("a", IgptTestSupport.TEXT));
        assertThat(resource.getMessage().getBody()).isEqualTo(Map.of("a", IgptTestSupport.TEXT));
        assertThat(own.getMessage().getBody(Map.class)).containsOnlyKeys("b");
        java.nio.file.Files.delete(file);
    }

    @Test
    void whatTheUriSaysCannotBeChangedByTheMessage() {
        rig.send(
                "igpt:recall/ask?outputFormat=json&user=fixed",
                Map.of("input", "hi", "output_format", "text", "user", "fixed", "further", 1));

        assertThat(sent().path("output_format").asText()).isEqualTo("json");
        assertThat(sent().path("user").asText()).isEqualTo("fixed");
        assertThat(sent().path("further").asInt()).isEqualTo(1);
    }

    @Test
    void aBodyThatNamesAnotherUserIsRefusedBeforeItIsSent() {
        Exchange failed = rig.send("igpt:recall/ask?user=fixed", Map.of("input", "hi", "user", "ceo@example.org"));

        assertThat(failed.getException())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("another user than the endpoint URI")
                .hasMessageNotContaining("ceo");
        assertThat(rig.server.journal().all()).isEmpty();
    }

    @Test
    void aCallWithoutUserFailsBeforeItIsSent() {
        rig.context.getComponent("igpt", IgptComponent.class).getConfiguration().setUser(null);

        Exchange failed = rig.send("igpt:recall/ask", "hi");
        Exchange answered = rig.send("igpt:recall/ask", e -> {
            e.getMessage().setBody("hi");
            e.getMessage().setHeader(IgptConstants.USER, "from header");
        });

        assertThat(failed.getException(InvalidRequestException.class)).hasMessageContaining("user is missing");
        assertThat(answered.getException()).isNull();
        assertThat(rig.server.journal().total()).isEqualTo(1);
    }

    @Test
    void anErrorInAnOrdinaryAnswerIsAnExceptionOrData() {
        rig.server.faults().on("recall/ask").always(IgptFaults.error("auth"));

        Exchange failed = rig.send("igpt:recall/ask", "hi");
        Exchange data = rig.send("igpt:recall/ask?throwExceptionOnFailure=false", "hi");

        assertThat(failed.getException()).isInstanceOf(AuthenticationException.class);
        assertThat(failed.getException()).hasNoCause();
        assertThat(data.getMessage().getBody(Map.class))
                .containsEntry("error", "auth")
                .containsKeys("status", "message");
        assertThat(data.getMessage().getHeader(IgptConstants.RESPONSE_ERROR)).isEqualTo("auth");
    }

    @Test
    void anUnknownOptionIsNamedWithItsNeighboursAndItsValueIsNotPrinted() {
        assertThatThrownBy(() -> rig.context.getEndpoint("igpt:recall/ask?streammode2=sk-secret-1"))
                .hasStackTraceContaining("streamMode")
                .satisfies(e -> assertThat(trace(e)).doesNotContain("sk-secret-1"));
        assertThatThrownBy(() -> rig.context.getEndpoint("igpt:recall/aks")).hasStackTraceContaining("recall/ask");
        assertThatThrownBy(() -> rig.context.getEndpoint("igpt:recall/ask?outputClass=no.Such"))
                .hasStackTraceContaining("no.Such");
    }

    private static String trace(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    @Test
    void secretsAreNotPrinted() {
        String key = "sk-own-key-0815";
        Endpoint endpoint = rig.context.getEndpoint("igpt:recall/ask?apiKey=" + key);
        rig.server
                .faults()
                .on("recall/ask")
                .always(Fault.respondJson(Map.of("error", "auth", "message", "bad key " + key)));

        Exchange failed = rig.send("igpt:recall/ask?apiKey=" + key, "hi");

        assertThat(endpoint.toString()).doesNotContain(key);
        assertThat(trace(failed.getException())).doesNotContain(key);
    }

    @Test
    void aThousandAsksAreInFlightOnFewThreads() throws Exception {
        int asks = 1_000;
        CountDownLatch answered = new CountDownLatch(asks);
        AtomicInteger good = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        rig.server.faults().on("recall/ask").always(Fault.delay(java.time.Duration.ofMillis(200)));
        Endpoint endpoint = rig.context.getEndpoint("igpt:recall/ask?requestTimeout=60s");
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        int before = Thread.activeCount();

        for (int i = 0; i < asks; i++) {
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setBody("hi there");
            boolean done = producer.process(exchange, doneSync -> {
                most.accumulateAndGet(Thread.activeCount(), Math::max);
                if (exchange.getException() == null) {
                    good.incrementAndGet();
                }
                answered.countDown();
            });
            assertThat(done).isFalse();
        }

        assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(good).hasValue(asks);
        assertThat(most.get() - before).isLessThanOrEqualTo(40);
        producer.stop();
    }

    @Test
    void aYamlRouteAsks() throws Exception {
        PluginHelper.getRoutesLoader(rig.context).loadRoutes(ResourceHelper.fromString("ask.yaml", """
                - from:
                    uri: direct:yaml
                    steps:
                      - to:
                          uri: igpt:recall/run
                          parameters:
                            stream: true
                            quality: cef-1-high
                """));

        Exchange answered = rig.send("direct:yaml", "hi there");

        assertThat(answered.getMessage().getBody(RunResult.class).text()).contains(IgptTestSupport.TEXT);
        assertThat(sent().path("quality").asText()).isEqualTo("cef-1-high");
    }

    @Test
    void noHeaderThatIsWrittenIsRead() throws Exception {
        List<String> written = new ArrayList<>();
        List<String> read = new ArrayList<>();
        for (java.lang.reflect.Field field : IgptConstants.class.getFields()) {
            String name = String.valueOf(field.get(null));
            (field.getName().startsWith("RESPONSE_") || field.getName().startsWith("EVENT_") ? written : read)
                    .add(name);
        }
        rig.send("igpt:recall/run", "hi").getMessage().getHeaders().keySet().stream()
                .filter(name -> name.startsWith(IgptConstants.PREFIX))
                .forEach(name -> assertThat(written).contains(name));

        assertThat(written).doesNotContainAnyElementsOf(read);
    }
}
