/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static io.camelproviders.igpt.IgptTestSupport.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.testkit.BodyStream;
import io.camelproviders.testkit.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.UnitOfWorkHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever gives an answer up closes its connection at once, so that the provider stops generating. */
@Timeout(120)
class AbortingTest {

    /** Far below the timeouts of an answer, which would close the connection too, minutes later. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    private final IgptTestSupport rig = new IgptTestSupport();

    @BeforeEach
    void hold() throws Exception {
        rig.server.faults().on("recall/ask").always(Fault.stall());
        rig.server.faults().on("recall/run").always(Fault.stallAfter(3));
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chunk").log("${body}");
            }
        });
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void closedAtOnce() {
        Awaitility.await().atMost(AT_ONCE).until(() -> rig.server.abandonedResponses() == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "igpt:recall/ask",
                "igpt:recall/ask?stream=true",
                "igpt:recall/ask?stream=true&streamMode=iterator",
                "igpt:recall/run?stream=true",
                "igpt:recall/run?stream=true&streamTo=direct:chunk"
            })
    void anExchangeThatEndsBeforeItsAnswerGivesItUp(String uri) throws Exception {
        Endpoint endpoint = rig.context.getEndpoint(uri);
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        Exchange exchange = endpoint.createExchange();
        UnitOfWork work = PluginHelper.getUnitOfWorkFactory(rig.context).createUnitOfWork(exchange);
        exchange.getExchangeExtension().setUnitOfWork(work);
        exchange.getMessage().setBody("hi there");
        AtomicInteger called = new AtomicInteger();
        producer.process(exchange, doneSync -> called.incrementAndGet());
        await(() -> rig.server.journal().total() == 1);

        UnitOfWorkHelper.doneUow(work, exchange);

        closedAtOnce();
        await(() -> called.get() == 1);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("hi there");
        assertThat(rig.server.journal().total()).isEqualTo(1);
        producer.stop();
    }

    @Test
    void manyCallsOfOneExchangeLeaveNothingBehindInIt() throws Exception {
        rig.server.faults().clear();
        Endpoint endpoint = rig.context.getEndpoint("igpt:recall/ask");
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        Exchange exchange = endpoint.createExchange();
        UnitOfWork work = PluginHelper.getUnitOfWorkFactory(rig.context).createUnitOfWork(exchange);
        exchange.getExchangeExtension().setUnitOfWork(work);

        for (int i = 0; i < 3; i++) {
            exchange.getMessage().setBody("hi there");
            producer.process(exchange);
        }

        Exchange other = endpoint.createExchange();
        work.handoverSynchronization(other);
        assertThat(other.getExchangeExtension().handoverCompletions()).isNullOrEmpty();
        assertThat(exchange.getException()).isNull();
        producer.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "igpt:recall/ask",
                "igpt:recall/ask?stream=true&streamMode=iterator",
                "igpt:recall/run?stream=true",
                "igpt:recall/run?stream=true&streamTo=direct:chunk"
            })
    void aDeadlineGivesTheAnswerUp(String uri) {
        String join = uri.contains("?") ? "&" : "?";

        Exchange failed = rig.send(uri + join + "requestTimeout=300&readIdleTimeout=300", "hi there");

        assertThat(failed.getException()).hasStackTraceContaining(ProviderTimeoutException.class.getName());
        closedAtOnce();
        assertThat(rig.server.journal().total()).isEqualTo(1);
    }

    @Test
    void theDeadlineOfAnOrdinaryAskCoversItsBody() {
        rig.server.faults().on("recall/ask").always(Fault.respondWith(pending -> {
            BodyStream body = pending.responder().stream(200, "Content-Type", "application/json");
            body.write("{\"output\":");
        }));

        Exchange failed = rig.send("igpt:recall/ask?requestTimeout=300", "hi there");

        assertThat(failed.getException()).isInstanceOf(ProviderTimeoutException.class);
        closedAtOnce();
    }

    @Test
    void stoppingTheRouteGivesAnOrdinaryAskUp() throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("in").errorHandler(noErrorHandler()).to("igpt:recall/ask");
            }
        });
        CompletableFuture<Exchange> answer = rig.context
                .createProducerTemplate()
                .asyncSend("direct:in", e -> e.getMessage().setBody("hi there"));
        await(() -> rig.server.journal().total() == 1);

        rig.context.getRouteController().stopRoute("in", 1, TimeUnit.SECONDS);

        closedAtOnce();
        assertThat(answer.get().getException()).isInstanceOf(AbortedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "igpt:recall/ask?input=hi&initialDelay=0",
                "igpt:recall/run?input=hi&initialDelay=0&stream=true&streamMode=aggregate",
                "igpt:recall/run?input=hi&initialDelay=0&stream=true"
            })
    void suspendingAConsumerGivesItsAnswerUpAndResumingAsksAgain(String uri) throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri + "&delay=100").routeId("asks").log("${body}");
            }
        });
        await(() -> rig.server.journal().total() == 1);

        rig.context.getRouteController().suspendRoute("asks", 5, TimeUnit.SECONDS);
        closedAtOnce();
        long whileSuspended = rig.server.journal().total();
        rig.context.getRouteController().resumeRoute("asks");

        assertThat(whileSuspended).isEqualTo(1);
        await(() -> rig.server.journal().total() == 2);
    }
}
