/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream on demand: a message counts as done when the exchange that took it is. */
class StreamPollingTest {

    private final StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start());
    private final AtomicInteger failing = new AtomicInteger();

    @AfterEach
    void close() {
        rig.close();
    }

    private void route(DefaultCamelContext context, String uri, long timeout) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:next")
                        .errorHandler(noErrorHandler())
                        .pollEnrich(uri, timeout)
                        .process(exchange -> {
                            rig.texts.add(
                                    exchange.getMessage().getBody() == null
                                            ? "none"
                                            : StreamTestSupport.text(exchange));
                            if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                                throw new IllegalStateException("not now");
                            }
                        });
            }
        });
        context.start();
    }

    private static void next(DefaultCamelContext context, int times) {
        ProducerTemplate template = context.createProducerTemplate();
        for (int i = 0; i < times; i++) {
            template.send("direct:next", exchange -> {});
        }
    }

    @Test
    void takesMessageByMessageAndAFailedOneComesAgain() throws Exception {
        // given
        route(rig.context, rig.stream(""), 20_000);
        Thread first = new Thread(() -> next(rig.context, 1));
        first.start();
        rig.awaitOpen();
        rig.say(1, 4);
        first.join(30_000);
        failing.set(1);
        // when
        next(rig.context, 4);
        // then
        assertThat(rig.texts).containsExactly("t1", "t2", "t2", "t3", "t4");
    }

    @Test
    void returnsEmptyHandedAfterItsTime() throws Exception {
        route(rig.context, rig.stream(""), 50);

        next(rig.context, 2);

        assertThat(rig.texts).containsExactly("none", "none");
    }

    @Test
    void whatWasNotDoneComesAgainAfterARestart(@TempDir Path directory) throws Exception {
        // given
        String uri = rig.stream("&maxInFlight=10&onFailure=skip&offsetDirectory=" + directory);
        route(rig.context, uri, 20_000);
        Thread first = new Thread(() -> next(rig.context, 1));
        first.start();
        rig.awaitOpen();
        rig.say(1, 5);
        first.join(30_000);
        next(rig.context, 1);
        // when
        rig.context.stop();
        try (DefaultCamelContext again = new DefaultCamelContext()) {
            rig.configure(again);
            route(again, uri, 20_000);
            // At most the two that were done come again: what was taken first need not have been the oldest.
            for (int i = 0; i < 5 && !rig.texts.containsAll(StreamTestSupport.texts(1, 5)); i++) {
                next(again, 1);
            }
        }
        // then
        assertThat(rig.texts).containsAll(StreamTestSupport.texts(1, 5));
    }

    @Test
    void aConsumerTemplateHoldsTheWindowUntilItIsDone() throws Exception {
        // given
        rig.start();
        ConsumerTemplate template = rig.context.createConsumerTemplate();
        assertThat(template.receiveNoWait(rig.stream(""))).isNull();
        rig.awaitOpen();
        rig.say(1, 2);
        // when
        Exchange one = template.receive(rig.stream(""), 20_000);
        Exchange early = template.receive(rig.stream(""), 200);
        template.doneUoW(one);
        Exchange two = template.receive(rig.stream(""), 20_000);
        template.doneUoW(two);
        // then
        assertThat(early).isNull();
        assertThat(List.of(StreamTestSupport.text(one), StreamTestSupport.text(two)))
                .containsExactly("t1", "t2");
    }
}
