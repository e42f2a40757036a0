/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad configuration fails at start with a sentence that says what to do, and prints no value of a key. */
class ConfigurationTest {

    private static final String CANARY = "sk_live_canary";

    private static final String STREAM = "bimpeai:messages/stream?agentId=A&conversationId=C";
    private static final String SEND = "bimpeai:messages/send?agentId=A&conversationId=C";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    // ---- From a route ----

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void failsAtStartWithAnAdviceAndWithoutTheKey(String name, @Nullable String key, String uri, List<String> advice)
            throws Exception {
        // given
        Path file = Files.writeString(directory.resolve("file"), "in the way");
        String wanted = uri.replace("BELOW_A_FILE", file.resolve("offsets").toString());
        // when
        @Nullable Throwable failure;
        String log;
        try (LogCapture capture = new LogCapture()) {
            failure = startOf(key, wanted);
            log = capture.text();
        }
        // then
        assertThat(failure).as("the failed start of " + name).isNotNull();
        String told = LogCapture.chain(java.util.Objects.requireNonNull(failure));
        assertThat(told).contains(advice);
        assertThat(told + log).doesNotContain(CANARY).doesNotContain("hunter2");
    }

    static Stream<Arguments> mistakes() {
        return Stream.concat(Stream.concat(keysAndIds(), names()), Stream.concat(addresses(), values()));
    }

    private static Stream<Arguments> keysAndIds() {
        return Stream.of(
                mistake("no key", null, STREAM, "apiKey is missing", "camel.component.bimpeai.api-key"),
                mistake("a blank key", "  ", STREAM, "apiKey is missing"),
                mistake("a blank key for a producer", " ", SEND, "apiKey is missing"),
                mistake("a key with a line end inside", CANARY + "\nX-Evil: 1", STREAM, "apiKey", "character"),
                mistake("a key with a line end inside for a producer", CANARY + "\nX-Evil: 1", SEND, "apiKey"),
                mistake("an empty agent id", CANARY, "bimpeai:messages/stream?conversationId=C&agentId=", "agentId"),
                mistake("no agent id", CANARY, "bimpeai:messages/stream?conversationId=C", "agentId is missing"),
                mistake(
                        "no conversation id",
                        CANARY,
                        "bimpeai:messages/stream?agentId=A",
                        "conversationId",
                        "* for all"),
                mistake("what cannot be consumed", CANARY, "from:" + SEND, "messages/send cannot be consumed"),
                mistake("what can only be consumed", CANARY, "to:" + STREAM, "can only be consumed"));
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                mistake("an unknown operation", CANARY, "bimpeai:messages/sned", "messages/send", "agents/list"),
                mistake(
                        "an unknown operation beside a key",
                        null,
                        "bimpeai:messages/sned?apiKey=" + CANARY,
                        "messages/send"),
                mistake("an unknown option", CANARY, STREAM + "&maxInFligth=2", "maxInFligth", "maxInFlight"),
                mistake("a misspelt key", null, STREAM + "&api_kee=" + CANARY, "api", "apiKey"),
                mistake("a misspelt key of a producer", null, SEND + "&api_kee=" + CANARY, "api", "apiKey"),
                mistake("a key with a wrong name", null, SEND + "&token=RAW(" + CANARY + ")", "token"));
    }

    private static Stream<Arguments> addresses() {
        return Stream.of(
                mistake("http to another host", CANARY, STREAM + "&baseUrl=http://example.com", "https"),
                mistake(
                        "a password in the base URL",
                        CANARY,
                        STREAM + "&baseUrl=RAW(https://me:hunter2@example.com)",
                        "user or password"),
                mistake(
                        "a password in the base URL, not raw",
                        CANARY,
                        SEND + "&baseUrl=https://me:hunter2@example.com",
                        "user or password"),
                mistake(
                        "a query in the base URL",
                        CANARY,
                        STREAM + "&baseUrl=RAW(https://example.com?key=hunter2)",
                        "query or fragment"),
                mistake(
                        "a fragment in the base URL",
                        CANARY,
                        STREAM + "&baseUrl=RAW(https://example.com/#hunter2)",
                        "query or fragment"),
                mistake("a file as base URL", CANARY, STREAM + "&baseUrl=file:/etc/passwd", "https://"),
                mistake("no base URL at all", CANARY, STREAM + "&baseUrl=RAW(not a URL)", "baseUrl"),
                mistake("a proxy without a port", CANARY, STREAM + "&proxyHost=localhost", "proxyPort"));
    }

    private static Stream<Arguments> values() {
        return Stream.of(
                mistake(
                        "an offset directory below a file",
                        CANARY,
                        STREAM + "&offsetDirectory=BELOW_A_FILE",
                        "the offset directory",
                        "create, read and write"),
                mistake("an empty offset directory", CANARY, STREAM + "&offsetDirectory=RAW( )", "offsetDirectory"),
                mistake("a wrong onFailure", CANARY, STREAM + "&onFailure=explode", "onFailure", "retry, stop, skip"),
                mistake("a wrong onUnknownOffset", CANARY, STREAM + "&onUnknownOffset=x", "onUnknownOffset"),
                mistake("a wrong paging", CANARY, SEND + "&paging=some", "paging"),
                mistake("a wrong number", CANARY, STREAM + "&maxInFlight=many", "maxInFlight"),
                mistake("a negative duration", CANARY, STREAM + "&readIdleTimeout=-1s", "readIdleTimeout"),
                mistake("a negative request timeout", CANARY, SEND + "&requestTimeout=-5", "requestTimeout"),
                mistake("no reconnect delay", CANARY, STREAM + "&reconnectDelay=0", "reconnectDelay"),
                mistake(
                        "a longest delay below the shortest",
                        CANARY,
                        STREAM + "&reconnectDelay=5s&maxReconnectDelay=1s",
                        "maxReconnectDelay"),
                mistake("no message in flight", CANARY, STREAM + "&maxInFlight=0", "maxInFlight", "at least 1"),
                mistake("no message of all in flight", CANARY, STREAM + "&maxInFlightTotal=0", "maxInFlightTotal"),
                mistake("a negative number of retries", CANARY, SEND + "&maxRetries=-1", "maxRetries"),
                mistake("a shrinking back-off", CANARY, SEND + "&retryBackoffMultiplier=0.5", "retryBackoffMultiplier"),
                mistake("a header that is none", CANARY, SEND + "&httpHeader.bad name=x", "header"),
                mistake(
                        "a header of ours",
                        CANARY,
                        SEND + "&httpHeader.Authorization=hunter2",
                        "httpHeader.Authorization"));
    }

    private static Arguments mistake(String name, @Nullable String key, String uri, String... advice) {
        return arguments(name, key, uri, List.of(advice));
    }

    private static @Nullable Throwable startOf(@Nullable String key, String uri) {
        DefaultCamelContext context = new DefaultCamelContext();
        try {
            BimpeaiComponent component = new BimpeaiComponent();
            component.getConfiguration().setBaseUrl("http://127.0.0.1:9");
            component.getConfiguration().setApiKey(key);
            context.addComponent("bimpeai", component);
            boolean from = uri.startsWith("from:") || (!uri.startsWith("to:") && uri.contains("/stream"));
            String endpoint = uri.replaceFirst("^(from|to):", "");
            return catchThrowable(() -> {
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(from ? endpoint : "direct:in").to(from ? "log:out" : endpoint);
                    }
                });
                context.start();
            });
        } finally {
            context.stop();
        }
    }

    // ---- From elsewhere ----

    @Test
    void failsFromYamlWithoutTheKey() throws Exception {
        // given
        String yaml = """
                - from:
                    uri: bimpeai:messages/stream
                    parameters:
                      agentId: A
                      conversationId: C
                      api_kee: %s
                    steps:
                      - log: "${body}"
                """.formatted(CANARY);
        // when
        @Nullable Throwable failure;
        String log;
        try (LogCapture capture = new LogCapture();
                DefaultCamelContext context = new DefaultCamelContext();
                YamlRoutesBuilderLoader loader = new YamlRoutesBuilderLoader()) {
            loader.setCamelContext(context);
            loader.start();
            failure = catchThrowable(() -> {
                context.addRoutes(loader.loadRoutesBuilder(ResourceHelper.fromString("route.yaml", yaml)));
                context.start();
            });
            log = capture.text();
        }
        // then
        String told = LogCapture.chain(java.util.Objects.requireNonNull(failure));
        assertThat(told).contains("apiKey");
        assertThat(told + log).doesNotContain(CANARY);
    }

    @Test
    void failsFromPropertiesOfTheApplicationWithoutTheKey() throws Exception {
        // given
        Main main = new Main();
        main.addInitialProperty("camel.component.bimpeai.api-kee", CANARY);
        // when
        @Nullable Throwable failure;
        String log;
        try (LogCapture capture = new LogCapture()) {
            failure = catchThrowable(main::start);
            main.stop();
            log = capture.text();
        }
        // then
        assertThat(failure).isNotNull();
        String told = LogCapture.chain(java.util.Objects.requireNonNull(failure));
        assertThat(told).containsIgnoringCase("api");
        assertThat(told + log).doesNotContain(CANARY);
    }

    @Test
    void takesTheKeyFromPropertiesOfTheApplicationAndTrimsTheLineEndOfASecretFile() throws Exception {
        // given
        try (FakeBimpeaiServer server = FakeBimpeaiServer.start()) {
            String agent = server.addAgent();
            String conversation = server.addConversation(agent);
            Main main = new Main();
            main.addInitialProperty("camel.component.bimpeai.api-key", server.apiKey() + "\n");
            main.addInitialProperty("camel.component.bimpeai.base-url", server.baseUrl());
            main.addInitialProperty("camel.component.bimpeai.agent-id", agent);
            main.start();
            // when
            main.getCamelTemplate().requestBody("bimpeai:messages/send?conversationId=" + conversation, "Hello there");
            main.stop();
            // then
            assertThat(server.replies(conversation)).containsExactly("Hello there");
            assertThat(server.journal().all().get(0).header("Authorization")).contains("Bearer " + server.apiKey());
        }
    }
}
