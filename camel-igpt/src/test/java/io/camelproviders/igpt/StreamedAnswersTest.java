/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static io.camelproviders.igpt.IgptTestSupport.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.streaming.ChunkIterator;
import io.camelproviders.igpt.model.Recall.Usage;
import io.camelproviders.igpt.model.Runs.RunResult;
import io.camelproviders.igpt.stream.IgptEvent;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import io.camelproviders.testkit.igpt.IgptFaults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class StreamedAnswersTest {

    private static final String RUN = "igpt:recall/run?stream=true";
    private static final String ASK = "igpt:recall/ask?stream=true";

    private final IgptTestSupport rig = new IgptTestSupport();

    @AfterEach
    void stop() {
        rig.close();
    }

    // ---- aggregate

    @Test
    void aRunGoesOnAsItsResultWithWhatStoodBesideIt() {
        Exchange answered = rig.send(RUN, "hi there");

        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getBody(RunResult.class).text()).contains(IgptTestSupport.TEXT);
        assertThat(answered.getMessage().getHeader(IgptConstants.RESPONSE_USAGE))
                .isInstanceOf(Usage.class);
        assertThat(answered.getMessage().getHeader(IgptConstants.RESPONSE_SOURCES, List.class))
                .hasSize(1);
        assertThat(answered.getMessage().getHeader(IgptConstants.RESPONSE_CHUNKS, Long.class))
                .isEqualTo(18);
        assertThat(answered.getMessage().getHeader(IgptConstants.RESPONSE_STATUS))
                .isEqualTo(200);
    }

    @Test
    void anAskGoesOnAsItsText() {
        Exchange answered = rig.send(ASK, "hi there");

        assertThat(answered.getMessage().getBody()).isEqualTo(IgptTestSupport.TEXT);
        assertThat(rig.server.journal().all().get(0).json().path("stream").asBoolean())
                .isTrue();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("cut in mid-stream", Fault.dropAfter(12), "You "),
                Arguments.of("run.done missing", IgptFaults.withoutLastEvent(), IgptTestSupport.TEXT),
                Arguments.of("an error in mid-stream", IgptFaults.errorAfter(13, "network_error"), "You asked: "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void anAnswerThatBreaksOffFailsWithWhatHadArrivedAndIsNotAskedAgain(String name, Fault behaviour, String partial) {
        rig.server.faults().on("recall/run").always(behaviour);

        Exchange failed = rig.send(RUN + "&retryStream=true&maxRetries=3", "hi there");

        assertThat(failed.getException(StreamFaultException.class).partialText())
                .isEqualTo(partial);
        assertThat(failed.getException(StreamFaultException.class).chunksDelivered())
                .isPositive();
        assertThat(rig.server.journal().total()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&streamMode=iterator", "&streamTo=mock:chunks"})
    void anErrorInPlaceOfAStreamFailsInEveryMode(String mode) {
        rig.server.faults().on("recall/ask").always(IgptFaults.error("auth"));

        Exchange failed = rig.send(ASK + mode, "hi there");

        assertThat(failed.getException()).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void aStreamThatBreaksBeforeItsFirstChunkIsAskedForAgainOnlyIfAllowed() {
        rig.server.faults().on("recall/run").once(Fault.dropConnection(), Fault.dropConnection());

        Exchange failed = rig.send(RUN, "hi there");
        Exchange answered = rig.send(RUN + "&retryStream=true", "hi there");

        assertThat(failed.getException()).isNotNull();
        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getHeader(IgptConstants.RESPONSE_ATTEMPTS))
                .isEqualTo(2);
        assertThat(rig.server.journal().total()).isEqualTo(3);
    }

    @Test
    void anAnswerThatDoesNotBeginInTimeFails() {
        rig.server.faults().on("recall/run").always(Fault.stallAfter(0));

        Exchange failed = rig.send(RUN + "&firstChunkTimeout=200", "hi there");

        assertThat(failed.getException()).isInstanceOf(io.camelproviders.core.error.ProviderException.class);
        await(() -> rig.server.abandonedResponses() == 1);
    }

    // ---- iterator

    @Test
    void aRouteWalksThroughTheChunksAsTheyCome() throws Exception {
        List<String> types = new CopyOnWriteArrayList<>();
        AtomicReference<ChunkIterator<?>> iterator = new AtomicReference<>();
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to(RUN + "&streamMode=iterator")
                        .process(e -> iterator.set(e.getMessage().getBody(ChunkIterator.class)))
                        .split(body())
                        .streaming()
                        .process(e -> types.add(
                                e.getMessage().getBody(IgptEvent.class).type()));
            }
        });

        Exchange done = rig.send("direct:in", "hi there");

        assertThat(done.getException()).isNull();
        assertThat(types).hasSize(18).endsWith("run.done");
        assertThat(java.util.Objects.requireNonNull(iterator.get()).answer()).isPresent();
    }

    @Test
    void aRouteThatStopsWalkingClosesTheConnection() throws Exception {
        rig.server.faults().on("recall/run").always(IgptFaults.endlessText(1_000));
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .errorHandler(noErrorHandler())
                        .to(RUN + "&streamMode=iterator")
                        .process(
                                e -> e.getMessage().getBody(ChunkIterator.class).next())
                        .throwException(new IllegalStateException("enough"));
            }
        });

        Exchange failed = rig.send("direct:in", "hi there");

        assertThat(failed.getException()).isInstanceOf(IllegalStateException.class);
        await(() -> rig.server.abandonedResponses() == 1);
    }

    @Test
    @Timeout(60)
    void aSplitThatStopsAtAFailureReadsNoFurther() throws Exception {
        rig.server.faults().on("recall/run").always(Fault.stallAfter(5));
        AtomicInteger chunks = new AtomicInteger();
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .errorHandler(noErrorHandler())
                        .to(RUN + "&streamMode=iterator&readIdleTimeout=10m&requestTimeout=10m")
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .process(e -> chunks.incrementAndGet())
                        .throwException(new IllegalStateException("enough"));
            }
        });

        Exchange failed = rig.send("direct:in", "hi there");

        assertThat(failed.getException()).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(chunks).hasValue(1);
        await(() -> rig.server.abandonedResponses() == 1);
    }

    @Test
    void aRouteGoesOnWithTheChunksAfterAFailureThatItHandled() throws Exception {
        List<String> types = new CopyOnWriteArrayList<>();
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to(RUN + "&streamMode=iterator")
                        .doTry()
                        .throwException(new IllegalStateException("mended"))
                        .doCatch(IllegalStateException.class)
                        .split(body())
                        .streaming()
                        .process(e -> types.add(
                                e.getMessage().getBody(IgptEvent.class).type()));
            }
        });

        Exchange done = rig.send("direct:in", "hi there");

        assertThat(done.getException()).isNull();
        assertThat(types).hasSize(18).endsWith("run.done");
    }

    @Test
    void aBreakReachesTheRouteBehindTheChunksThatCame() throws Exception {
        rig.server.faults().on("recall/run").always(Fault.dropAfter(12));
        AtomicInteger chunks = new AtomicInteger();
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .errorHandler(noErrorHandler())
                        .to(RUN + "&streamMode=iterator")
                        .split(body())
                        .streaming()
                        .process(e -> chunks.incrementAndGet());
            }
        });

        Exchange failed = rig.send("direct:in", "hi there");

        assertThat(failed.getException()).hasStackTraceContaining(StreamFaultException.class.getName());
        assertThat(chunks).hasValue(12);
    }

    // ---- giving up

    @ParameterizedTest
    @ValueSource(strings = {"", "&streamTo=direct:chunk"})
    void stoppingClosesTheConnectionAtOnce(String mode) throws Exception {
        rig.server.faults().on("recall/run").always(Fault.stallAfter(3));
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chunk").log("${body}");
                from("direct:in").routeId("in").errorHandler(noErrorHandler()).to(RUN + mode);
            }
        });
        CompletableFuture<Exchange> answer = rig.context
                .createProducerTemplate()
                .asyncSend("direct:in", e -> e.getMessage().setBody("hi there"));
        rig.server.awaitStream();

        rig.context.getRouteController().stopRoute("in", 1, java.util.concurrent.TimeUnit.SECONDS);

        await(() -> rig.server.abandonedResponses() == 1);
        assertThat(answer.get().getException()).isInstanceOfAny(AbortedException.class, StreamFaultException.class);
    }

    @Test
    void whoWalksThroughTheChunksIsToldWhenTheProducerStops() throws Exception {
        rig.server.faults().on("recall/run").always(Fault.stallAfter(12));
        CountDownLatch walking = new CountDownLatch(11);
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .routeId("in")
                        .errorHandler(noErrorHandler())
                        .to(RUN + "&streamMode=iterator")
                        .split(body())
                        .streaming()
                        .process(e -> walking.countDown());
            }
        });
        CompletableFuture<Exchange> answer = rig.context
                .createProducerTemplate()
                .asyncSend("direct:in", e -> e.getMessage().setBody("hi there"));
        walking.await();

        rig.context.getRouteController().stopRoute("in", 1, java.util.concurrent.TimeUnit.SECONDS);

        await(() -> rig.server.abandonedResponses() == 1);
        assertThat(answer.get().getException()).hasStackTraceContaining(AbortedException.class.getName());
    }

    @Test
    void failuresCanBeTakenAsDataInTheWordsOfTheProvider() {
        rig.server.faults().on("recall/run").once(IgptFaults.error("auth"), Fault.dropAfter(12));

        Exchange refused = rig.send(RUN + "&throwExceptionOnFailure=false", "hi there");
        Exchange broken = rig.send(RUN + "&throwExceptionOnFailure=false", "hi there");

        assertThat(refused.getException()).isNull();
        assertThat(refused.getMessage().getBody(java.util.Map.class)).containsEntry("error", "auth");
        assertThat(refused.getMessage().getHeader(IgptConstants.RESPONSE_ERROR)).isEqualTo("auth");
        assertThat(broken.getMessage().getBody(java.util.Map.class)).containsEntry("error", "network_error");
        assertThat(refused.getMessage().getBody().toString()).doesNotContain(FakeIgptServer.API_KEY);
    }

    @Test
    void theWaitForAnAnswerIsBoundedAsAWhole() {
        rig.server.faults().on("recall/run").always(Fault.slowEvents(Duration.ofMillis(200)));

        Exchange failed = rig.send(RUN + "&requestTimeout=300", "hi there");

        assertThat(failed.getException()).isNotNull();
        await(() -> rig.server.abandonedResponses() == 1);
    }
}
