/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.subscription.StreamState;
import io.camelproviders.core.subscription.StreamStatus;
import io.camelproviders.support.consumer.stream.StreamConsumer;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code onFailure=stop}: nothing behind a failed message is delivered, and the next start begins with exactly that one. */
class StopOnFailureTest {

    private static final int MANY = 10_000;

    /** Numbers of the messages whose step fails until it is mended. */
    private final Set<Integer> broken = new ConcurrentSkipListSet<>();

    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    private final Set<Integer> distinct = new ConcurrentSkipListSet<>();
    private final List<Integer> failed = new CopyOnWriteArrayList<>();
    private StreamTestSupport rig;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path offsets;

    @BeforeEach
    void start() {
        rig = new StreamTestSupport(FakeBimpeaiServer.start());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void step(Exchange exchange) {
        int number = Integer.parseInt(StreamTestSupport.text(exchange).substring(1));
        if (broken.contains(number)) {
            failed.add(number);
            throw new IllegalStateException("broken");
        }
        done.add(number);
        distinct.add(number);
    }

    private DefaultCamelContext context(String options) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        rig.configure(context);
        context.disableJMX();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(rig.stream("&onFailure=stop&offsetDirectory=" + offsets + options))
                        .routeId("collect")
                        .process(StopOnFailureTest.this::step);
            }
        });
        context.start();
        return context;
    }

    private static StreamConsumer consumer(DefaultCamelContext context) {
        return (StreamConsumer) context.getRoute("collect").getConsumer();
    }

    private static boolean failedIn(DefaultCamelContext context) {
        return consumer(context).statuses().stream().anyMatch(one -> one.state() == StreamState.FAILED);
    }

    /** One life of a process: until it stops at a message, or until all is done. */
    private void live(String options) throws Exception {
        try (DefaultCamelContext context = context(options)) {
            StreamTestSupport.await(() -> failedIn(context) || distinct.size() == MANY);
            if (failedIn(context)) {
                StreamStatus status = consumer(context).statuses().get(0);
                assertThat(consumer(context).getHealthCheck().call().getState()).isEqualTo(HealthCheck.State.DOWN);
                assertThat(failed).anySatisfy(number -> assertThat(status.trouble())
                        .contains(rig.server
                                .messages(rig.conversation)
                                .get(number - 1)
                                .id()));
            }
        }
    }

    private static int last(List<Integer> numbers) {
        return numbers.get(numbers.size() - 1);
    }

    private void begin() throws Exception {
        try (DefaultCamelContext context = context("")) {
            StreamTestSupport.await(() -> rig.server.openStreams() > 0);
        }
        rig.server.addMessages(rig.conversation, MANY, "t");
    }

    private void inOrder(Set<Integer> toFail) throws Exception {
        // given
        begin();
        broken.addAll(toFail);
        for (int next : new TreeSet<>(toFail)) {
            // when
            live("");
            // then
            assertThat(last(failed)).isEqualTo(next);
            assertThat(last(done)).isEqualTo(next - 1);
            assertThat(done).hasSize(next - 1);
            broken.remove(next);
        }
        live("");
        assertThat(failed).containsExactlyElementsOf(new TreeSet<>(toFail));
        assertThat(done).containsExactlyElementsOf(numbers());
    }

    private static List<Integer> numbers() {
        return java.util.stream.IntStream.rangeClosed(1, MANY).boxed().toList();
    }

    private static Set<Integer> some(int count) {
        Random dice = new Random(count);
        Set<Integer> some = new TreeSet<>();
        while (some.size() < count) {
            some.add(2 + dice.nextInt(MANY - 1));
        }
        return some;
    }

    @Test
    void goesOnWithExactlyTheMessageAtWhichItStopped() throws Exception {
        inOrder(Set.of(4_711));
    }

    @Test
    void stopsAndGoesOnTwentyTimes() throws Exception {
        inOrder(some(20));
    }

    @Tag("long")
    @Test
    void stopsAndGoesOnAtEachOfATenthOfTheMessages() throws Exception {
        inOrder(some(1_000));
        System.out.printf("onFailure=stop: %d messages, %d stops, 0 lost, 0 repeated%n", MANY, failed.size());
    }

    @Test
    void repeatsAtMostTheMessagesInFlightWhenSeveralAre() throws Exception {
        // given
        begin();
        Set<Integer> toFail = some(10);
        broken.addAll(toFail);
        // when
        for (int life = 0; life < 20 && !broken.isEmpty(); life++) {
            live("&maxInFlight=8");
            broken.removeAll(failed);
        }
        live("&maxInFlight=8");
        // then
        assertThat(distinct).containsExactlyElementsOf(numbers());
        assertThat(done.size() - MANY).isBetween(0, 8 * 11);
    }
}
