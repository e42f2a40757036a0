/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camelproviders.core.concurrent.ExecutorScheduler;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.http.AsyncHttpTransport;
import io.camelproviders.core.http.HttpSettings;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.BaseUrl;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.Secrets;
import io.camelproviders.core.retry.RetryBudget;
import io.camelproviders.core.retry.RetryPolicy;
import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.streaming.ChunkIterator;
import io.camelproviders.core.streaming.OperationStreamingRetry;
import io.camelproviders.core.streaming.StreamingCall;
import io.camelproviders.core.streaming.StreamingResult;
import io.camelproviders.core.streaming.StreamingRetry;
import io.camelproviders.igpt.model.Recall.Usage;
import io.camelproviders.igpt.model.Runs.RunResult;
import io.camelproviders.igpt.operation.IgptOperations;
import io.camelproviders.igpt.operation.IgptProtocol;
import io.camelproviders.testkit.BodyStream;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.PendingResponse;
import io.camelproviders.testkit.igpt.FakeIgptExtension;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import io.camelproviders.testkit.igpt.IgptFaults;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class IgptStreamingTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String TEXT = "You asked: hi there";

    @RegisterExtension
    private final FakeIgptExtension igpt = new FakeIgptExtension();

    private final Secrets secrets = Secrets.of(FakeIgptServer.API_KEY);
    private final Json json = Json.standard();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final ExecutorScheduler scheduler = new ExecutorScheduler(timer);
    private final AsyncHttpTransport transport =
            new AsyncHttpTransport(HttpSettings.builder().build(), Thread::new, scheduler);

    private OperationClient client = client(FakeIgptServer.API_KEY, "http://127.0.0.1:1");
    private StreamLimits limits = new StreamLimits(Timeouts.stream(LONG, LONG, LONG, LONG), 1 << 20, 4 << 20, 16 << 20);

    @BeforeEach
    void connect() {
        client = client(FakeIgptServer.API_KEY, igpt.server().baseUrl());
    }

    @AfterEach
    void release() {
        transport.close();
        timer.shutdownNow();
    }

    private OperationClient client(String key, String baseUrl) {
        return new OperationClient(
                transport,
                new IgptProtocol(key, json),
                json,
                new OperationClient.Settings(BaseUrl.parse(baseUrl, false), LONG, LONG, secrets));
    }

    private StreamingCall<Frame, IgptEvent> question(Operation operation, StreamingRetry retry) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("user", "u");
        body.put("input", "hi there");
        OperationCall call = new OperationCall(operation, Map.of(), Map.of(), body, List.of(), null, "r-1", null);
        return new IgptStreaming(transport, client, json, scheduler).ask(call, limits, retry);
    }

    private StreamingResult aggregate(Operation operation) {
        return question(operation, StreamingRetry.NEVER).aggregate().join();
    }

    private static ThrowingCallable unwrapped(ThrowingCallable call) {
        return () -> {
            try {
                call.call();
            } catch (CompletionException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        };
    }

    @Test
    void aRunEndsWithItsResultAndWhatStandsBesideIt() {
        StreamingResult answer = aggregate(IgptOperations.RUN);

        assertThat(answer.text()).isEqualTo(TEXT);
        assertThat(answer.result()).isInstanceOf(RunResult.class);
        assertThat(answer.attributes()).containsKeys("usage", "sources", "runId", "duration");
        assertThat(answer.attributes().get("usage")).isInstanceOf(Usage.class);
        assertThat(answer.head()).isNotNull();
    }

    @Test
    void anAskEndsWithItsBody() {
        StreamingResult answer = aggregate(IgptOperations.ASK);

        assertThat(answer.text()).isEqualTo(TEXT);
        assertThat(answer.result()).isInstanceOf(List.class);
        assertThat(answer.attributes()).containsKey("usage");
    }

    static Stream<Arguments> unusual() {
        return Stream.of(
                Arguments.of("bareJsonLines", IgptFaults.bareJsonLines()),
                Arguments.of("decorated", IgptFaults.decorated()),
                Arguments.of("unterminatedLastLine", IgptFaults.unterminatedLastLine()),
                Arguments.of("bytewise", Fault.slowBytes(1, Duration.ZERO)),
                Arguments.of("slow", Fault.slowEvents(Duration.ofMillis(5))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusual")
    void everyFormThatCarriesDataIsRead(String name, Fault behaviour) {
        igpt.server().faults().times(2, behaviour);

        StreamingResult asked = aggregate(IgptOperations.ASK);
        StreamingResult run = aggregate(IgptOperations.RUN);

        assertThat(asked.text()).isEqualTo(TEXT);
        assertThat(run.text()).isEqualTo(TEXT);
        assertThat(run.chunks()).isEqualTo(18);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("dropMidStream", Fault.dropAfter(12), "You "),
                Arguments.of("withoutEnd", IgptFaults.withoutLastEvent(), TEXT),
                Arguments.of("errorMidStream", IgptFaults.errorAfter(13, "network_error"), "You asked: "),
                Arguments.of("malformedChunk", IgptFaults.malformedEventAfter(12), "You "),
                Arguments.of("outOfOrder", IgptFaults.eventsOutOfOrder(), TEXT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aRunThatBreaksOffTellsWhatHadArrivedAndIsNotAskedAgain(String name, Fault behaviour, String partial) {
        igpt.server().faults().on("recall/run").always(behaviour);
        StreamingCall<Frame, IgptEvent> run =
                question(IgptOperations.RUN, (cause, attempts) -> java.util.Optional.of(Duration.ZERO));

        assertThatThrownBy(unwrapped(() -> run.aggregate().join()))
                .isInstanceOfSatisfying(StreamFaultException.class, fault -> {
                    assertThat(fault.partialText()).isEqualTo(partial);
                    assertThat(fault.chunksDelivered()).isPositive();
                    assertThat(fault.provider()).isEqualTo("igpt");
                    assertThat(fault.operation()).isEqualTo("recall/run");
                });
        assertThat(igpt.server().journal().total()).isEqualTo(1);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("auth", IgptFaults.error("auth"), AuthenticationException.class),
                Arguments.of("html", Fault.htmlPage(), DecodeException.class),
                Arguments.of("429", Fault.rateLimited("3"), RateLimitException.class),
                Arguments.of("503", Fault.respond(503), ServerException.class),
                Arguments.of("reset", Fault.dropConnection(), TransportException.class),
                Arguments.of("compressed", IgptFaults.compressed(), ProviderException.class),
                Arguments.of(
                        "empty",
                        Fault.respond(FakeResponse.text(200, "text/event-stream", "")),
                        ProviderException.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatComesInPlaceOfAStreamIsAFailureOfTheRightClass(String name, Fault behaviour, Class<?> type) {
        igpt.server().faults().on("recall/ask").always(behaviour);

        assertThatThrownBy(unwrapped(() -> aggregate(IgptOperations.ASK))).isInstanceOf(type);
    }

    @Test
    void aWholeAnswerInPlaceOfAStreamIsTakenAsIt() {
        igpt.server()
                .faults()
                .on("recall/run")
                .once(Fault.respondJson(Map.of("output", "Hello", "usage", Map.of("input_tokens", 1))));
        igpt.server().faults().on("recall/ask").once(Fault.respondJson(Map.of("output", "Hi", "more", 1)));

        StreamingResult run = aggregate(IgptOperations.RUN);
        StreamingResult ask = aggregate(IgptOperations.ASK);

        assertThat(run.text()).isEqualTo("Hello");
        assertThat(run.attributes()).containsKey("usage");
        assertThat(ask.text()).isEqualTo("Hi");
        assertThat(ask.result()).isEqualTo(Map.of("output", "Hi", "more", 1));
    }

    @Test
    void anOverloadIsAskedAgainAsForPaidRows() {
        igpt.server().faults().on("recall/run").once(Fault.respond(503), Fault.rateLimited("0"));
        RetryPolicy policy = new RetryPolicy(2, Duration.ofMillis(1), 2, Duration.ofMillis(10), Duration.ofSeconds(60));

        StreamingResult answer = question(
                        IgptOperations.RUN,
                        new OperationStreamingRetry(
                                policy, RetrySafety.PAID, false, new RetryBudget(scheduler), "origin"))
                .aggregate()
                .join();

        assertThat(answer.attempts()).isEqualTo(3);
        assertThat(answer.text()).isEqualTo(TEXT);
    }

    @Test
    void anAbandonedIteratorClosesTheConnectionSoThatTheProviderStops() {
        igpt.server().faults().on("recall/run").always(IgptFaults.endlessText(1_000));
        ChunkIterator<IgptEvent> chunks =
                question(IgptOperations.RUN, StreamingRetry.NEVER).iterate(16);
        chunks.next();

        chunks.close();

        await().atMost(LONG).until(() -> igpt.server().abandonedResponses() == 1);
        await().atMost(LONG).until(() -> transport.stats().openStreams() == 0);
    }

    @Test
    void aSlowTakerHoldsTheServerBack() {
        AtomicInteger written = new AtomicInteger();
        igpt.server().faults().on("recall/run").always(Fault.respondWith(pending -> {
            BodyStream stream = pending.responder().stream(200, "Content-Type", "text/event-stream");
            flood(pending, stream, written);
        }));
        limits = new StreamLimits(limits.timeouts(), 1 << 20, 4 << 20, Long.MAX_VALUE);

        try (ChunkIterator<IgptEvent> chunks =
                question(IgptOperations.RUN, StreamingRetry.NEVER).iterate(2)) {
            chunks.next();

            AtomicInteger seen = new AtomicInteger(-1);
            AtomicInteger still = new AtomicInteger();
            await().atMost(LONG).pollInterval(Duration.ofMillis(200)).until(() -> {
                int now = written.get();
                still.set(seen.getAndSet(now) == now ? still.get() + 1 : 0);
                return still.get() == 5;
            });
            assertThat(igpt.server().abandonedResponses()).isZero();
        }
    }

    /** Writes as fast as the network takes it, without end. */
    private static void flood(PendingResponse pending, BodyStream stream, AtomicInteger written) {
        if (stream.open()) {
            int seq = written.incrementAndGet();
            stream.write("data: {\"type\":\"run.output_text.delta\",\"seq\":" + seq + ",\"delta\":\""
                    + "x".repeat(60_000) + "\"}\n\n");
            stream.onDrained(() -> pending.responder().after(Duration.ZERO, () -> flood(pending, stream, written)));
        }
    }

    @Test
    void aCompleteRunEndsProperlyForTheProvider() {
        aggregate(IgptOperations.RUN);

        await().atMost(LONG).until(() -> transport.stats().openStreams() == 0);
        assertThat(igpt.server().abandonedResponses()).isZero();
    }

    @Test
    void ordinaryCallsOfAllOperationsAreAnswered() {
        Map<Operation, Map<String, Object>> bodies = Map.of(
                IgptOperations.ASK, Map.of("user", "u", "input", "hi"),
                IgptOperations.RUN, Map.of("user", "u", "input", "hi"),
                IgptOperations.SEARCH, Map.of("user", "u"),
                IgptOperations.DATASOURCES_LIST, Map.of("user", "u"),
                IgptOperations.DATASOURCES_DISCONNECT, Map.of("user", "u", "id", "spike/1/messages"),
                IgptOperations.CONNECTORS_AUTHORIZE, Map.of("user", "u", "service", "s", "scope", "x"));

        bodies.forEach((operation, body) -> {
            OperationCall call = new OperationCall(operation, Map.of(), Map.of(), body, List.of(), null, "r-1", null);
            assertThat(client.call(call).join().value()).as(operation.name()).isNotNull();
        });

        assertThat(igpt.server().journal().all())
                .allMatch(request -> request.path().endsWith("/"));
    }

    @Test
    void anEchoedKeyIsMaskedInTheFailureOfAStream() {
        igpt.server()
                .faults()
                .on("recall/ask")
                .always(Fault.stream("{\"delta\":\"a\"}", "oops " + FakeIgptServer.API_KEY));

        assertThatThrownBy(unwrapped(() -> aggregate(IgptOperations.ASK)))
                .isInstanceOfSatisfying(StreamFaultException.class, fault -> {
                    assertThat(fault.body().orElseThrow()).contains("oops").doesNotContain(FakeIgptServer.API_KEY);
                    assertThat(fault.toString()).doesNotContain(FakeIgptServer.API_KEY);
                });
    }
}
