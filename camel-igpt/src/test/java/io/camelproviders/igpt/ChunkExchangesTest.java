/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static io.camelproviders.igpt.IgptTestSupport.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.igpt.model.Runs.RunResult;
import io.camelproviders.igpt.stream.IgptEvent;
import io.camelproviders.testkit.BodyStream;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.PendingResponse;
import io.camelproviders.testkit.igpt.IgptFaults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code streamTo}. */
@Timeout(120)
class ChunkExchangesTest {

    private static final String RUN = "igpt:recall/run?stream=true";
    private static final String ASK = "igpt:recall/ask?stream=true";

    private final IgptTestSupport rig = new IgptTestSupport();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void everyChunkIsSentElsewhereInOrderAndTheAnswerGoesOnBehindThem() throws Exception {
        List<Long> numbers = new CopyOnWriteArrayList<>();
        List<Object> said = new CopyOnWriteArrayList<>();
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chunk")
                        .process(e -> numbers.add(e.getMessage().getHeader(IgptConstants.EVENT_NUMBER, Long.class)))
                        .delay(2)
                        .asyncDelayed()
                        .process(e ->
                                said.add(e.getMessage().getBody(IgptEvent.class).text()));
                from("direct:in").to(RUN + "&streamTo=direct:chunk").process(e -> said.add("end"));
            }
        });

        Exchange answered = rig.send("direct:in", "hi there");

        assertThat(answered.getMessage().getBody(RunResult.class).text()).contains(IgptTestSupport.TEXT);
        assertThat(numbers).hasSize(18).isSorted().doesNotHaveDuplicates();
        assertThat(said).hasSize(19).endsWith("end").containsSubsequence("You ", "asked: ", "hi ", "there");
    }

    @Test
    void theNextChunkWaitsUntilTheExchangeOfTheOneBeforeIsDoneAndNoThreadWaitsWithIt() throws Exception {
        List<Runnable> held = new CopyOnWriteArrayList<>();
        rig.context.getRegistry().bind("hold", new BlockingProcessor(held));
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chunk").process("hold");
                from("direct:in").to(ASK + "&streamTo=direct:chunk");
            }
        });

        CompletableFuture<Exchange> answer = rig.context
                .createProducerTemplate()
                .asyncSend("direct:in", e -> e.getMessage().setBody("hi there"));

        for (int i = 1; i <= 5; i++) {
            int number = i;
            await(() -> held.size() == number);
            assertThat(answer).isNotDone();
            held.get(i - 1).run();
        }
        assertThat(answer.get().getMessage().getBody()).isEqualTo(IgptTestSupport.TEXT);
        assertThat(held).hasSize(5);
    }

    @Test
    void aChunkThatFailsThereStopsTheAnswerAndFailsIt() throws Exception {
        rig.server.faults().on("recall/run").always(IgptFaults.endlessText(10));
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chunk")
                        .errorHandler(noErrorHandler())
                        .filter(header(IgptConstants.EVENT_NUMBER).isEqualTo(3))
                        .throwException(new IllegalStateException("no room"));
            }
        });

        Exchange failed = rig.send(RUN + "&streamTo=direct:chunk", "hi there");

        assertThat(failed.getException(StreamFaultException.class)).hasRootCauseMessage("no room");
        assertThat(failed.getException(StreamFaultException.class).partialText())
                .isEqualTo("x".repeat(30));
        assertThat(failed.getException(StreamFaultException.class).chunksDelivered())
                .isEqualTo(3);
        await(() -> rig.server.abandonedResponses() == 1);
    }

    @Test
    void aSlowTakerElsewhereHoldsTheServerBack() throws Exception {
        AtomicInteger written = new AtomicInteger();
        rig.server
                .faults()
                .on("recall/ask")
                .always(Fault.respondWith(pending ->
                        flood(pending, pending.responder().stream(200, "Content-Type", "text/event-stream"), written)));
        List<Runnable> held = new CopyOnWriteArrayList<>();
        rig.context.getRegistry().bind("hold", new BlockingProcessor(held));
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chunk").process("hold");
                from("direct:in").routeId("in").to(ASK + "&streamTo=direct:chunk");
            }
        });

        CompletableFuture<Exchange> answer = rig.context
                .createProducerTemplate()
                .asyncSend("direct:in", e -> e.getMessage().setBody("hi there"));

        AtomicInteger seen = new AtomicInteger(-1);
        AtomicInteger still = new AtomicInteger();
        Awaitility.await()
                .atMost(IgptTestSupport.LONG)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    int now = written.get();
                    still.set(now > 0 && seen.getAndSet(now) == now ? still.get() + 1 : 0);
                    return still.get() == 5;
                });
        assertThat(held).hasSize(1);
        assertThat(answer).isNotDone();
        rig.context.getShutdownStrategy().setTimeout(1);
    }

    /** Writes as fast as the network takes it, without end. */
    private static void flood(PendingResponse pending, BodyStream stream, AtomicInteger written) {
        if (stream.open()) {
            written.incrementAndGet();
            stream.write("data: {\"delta\":\"" + "x".repeat(60_000) + "\"}\n\n");
            stream.onDrained(() -> pending.responder().after(Duration.ZERO, () -> flood(pending, stream, written)));
        }
    }

    @Test
    void streamToWithoutAStreamIsRefused() {
        assertThatThrownBy(() -> rig.context.getEndpoint("igpt:recall/ask?streamTo=mock:x"))
                .hasStackTraceContaining("streamTo needs stream=true");
    }
}
