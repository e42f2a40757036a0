/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.camelproviders.bimpeai.model.Conversations.Conversation;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and single answers as scheduled polling consumers. */
class PollingTest {

    private final StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start());
    private final List<String> got = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failing = new AtomicInteger();

    @AfterEach
    void close() {
        rig.close();
    }

    /** Conversations of the agent, polled in quick succession, three on a page. */
    private static String conversations(String options) {
        return "bimpeai:conversations/list?limit=3&initialDelay=0&delay=50" + options;
    }

    private void consume(DefaultCamelContext context, String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("poll").errorHandler(noErrorHandler()).process(exchange -> {
                    got.add(id(exchange));
                    if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new IllegalStateException("not now");
                    }
                });
            }
        });
        context.start();
    }

    private static String id(Exchange exchange) {
        return exchange.getMessage().getBody(Conversation.class).id();
    }

    private List<String> addConversations(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(rig.server.addConversation(rig.agent));
        }
        return ids;
    }

    private int polls() {
        return rig.server
                .journal()
                .count(request -> request.path().endsWith("/conversations")
                        && request.rawQuery().contains("page=1&"));
    }

    private void awaitPolls(int more) {
        int wanted = polls() + more;
        StreamTestSupport.await(() -> polls() >= wanted);
    }

    @Test
    void emitsEveryItemOfAllPagesOnceAndNewOnesWhenTheyCome() throws Exception {
        // given
        addConversations(9);
        List<Object> batches = Collections.synchronizedList(new ArrayList<>());
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(conversations("")).process(exchange -> {
                    got.add(id(exchange));
                    assertThat(exchange.getMessage().getHeader(BimpeaiConstants.CONVERSATION_ID))
                            .isEqualTo(id(exchange));
                    assertThat(exchange.getMessage().getHeader(BimpeaiConstants.AGENT_ID))
                            .isEqualTo(rig.agent);
                    batches.add(exchange.getProperty(Exchange.BATCH_INDEX) + "/"
                            + exchange.getProperty(Exchange.BATCH_SIZE) + "/"
                            + exchange.getProperty(Exchange.BATCH_COMPLETE));
                });
            }
        });
        // when
        rig.context.start();
        StreamTestSupport.await(() -> got.size() >= 10);
        awaitPolls(3);
        addConversations(2);
        StreamTestSupport.await(() -> got.size() >= 12);
        awaitPolls(3);
        // then
        assertThat(got).hasSize(12).doesNotHaveDuplicates();
        assertThat(batches.get(0)).isEqualTo("0/10/false");
        assertThat(batches.get(9)).isEqualTo("9/10/true");
    }

    @Test
    void emitsAnItemAgainWhenItChanged() throws Exception {
        // given
        consume(rig.context, conversations("&emit=changed"));
        StreamTestSupport.await(() -> got.size() == 1);
        awaitPolls(2);
        // when
        rig.server.updateConversation(
                rig.conversation, JsonNodeFactory.instance.objectNode().put("needs_attention", true));
        // then
        StreamTestSupport.await(() -> got.size() == 2);
        awaitPolls(2);
        assertThat(got).containsExactly(rig.conversation, rig.conversation);
    }

    @Test
    void emitsEverythingAtEveryPollIfAskedTo() throws Exception {
        consume(rig.context, conversations("&emit=all"));

        StreamTestSupport.await(() -> got.size() >= 3);
        assertThat(got).containsOnly(rig.conversation);
    }

    @Test
    void emitsAFailedItemAgainUntilItIsDone() throws Exception {
        // given
        failing.set(2);
        // when
        consume(rig.context, conversations(""));
        StreamTestSupport.await(() -> got.size() >= 3);
        awaitPolls(3);
        // then
        assertThat(got).containsExactly(rig.conversation, rig.conversation, rig.conversation);
    }

    @Test
    void aFailingItemIsNotTriedWithoutPauseWhenGreedy() throws Exception {
        // given
        failing.set(Integer.MAX_VALUE);
        // when
        consume(rig.context, "bimpeai:conversations/list?initialDelay=0&delay=10m&greedy=true");
        StreamTestSupport.await(() -> got.size() == 1);
        rig.context.stop();
        // then
        assertThat(got).hasSize(1);
    }

    @Test
    void remembersOverARestartWhatWasDone(@TempDir Path directory) throws Exception {
        // given
        String uri = conversations("&offsetDirectory=" + directory);
        addConversations(4);
        consume(rig.context, uri);
        StreamTestSupport.await(() -> got.size() == 5);
        rig.context.stop();
        got.clear();
        List<String> late = addConversations(2);
        // when
        try (DefaultCamelContext again = new DefaultCamelContext()) {
            rig.configure(again);
            consume(again, uri);
            StreamTestSupport.await(() -> got.size() >= 2);
            awaitPolls(3);
            // then
            assertThat(got).containsExactlyInAnyOrderElementsOf(late);
        }
    }

    @Test
    void pausesWhileSuspendedAndLosesNothing() throws Exception {
        // given
        consume(rig.context, conversations(""));
        StreamTestSupport.await(() -> got.size() == 1);
        // when
        rig.context.getRouteController().suspendRoute("poll");
        List<String> late = addConversations(3);
        assertThat(got).hasSize(1);
        rig.context.getRouteController().resumeRoute("poll");
        // then
        StreamTestSupport.await(() -> got.size() == 4);
        assertThat(got.subList(1, 4)).containsExactlyInAnyOrderElementsOf(late);
    }

    @Test
    void anAnswerThatIsNoListIsOneItemAndAPathLeadsToItsItems() throws Exception {
        // given
        List<Object> bodies = Collections.synchronizedList(new ArrayList<>());
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("bimpeai:agents/retrieve?initialDelay=0&delay=50").process(exchange -> bodies.add("one"));
                from("bimpeai:agents/retrieve?initialDelay=0&delay=50&itemsPath=channels&itemKey=type")
                        .process(exchange -> bodies.add(exchange.getMessage().getBody()));
            }
        });
        // when
        rig.context.start();
        StreamTestSupport.await(() -> bodies.size() == 2);
        int calls = rig.server.journal().all().size();
        StreamTestSupport.await(() -> rig.server.journal().all().size() > calls + 3);
        // then
        assertThat(bodies).hasSize(2).contains("one");
        assertThat(bodies.toString()).contains("type=whatsapp");
    }

    @Test
    void aFailedPollGoesToTheRouteIfBridgedAndTheNextOneWorks() throws Exception {
        // given
        rig.server.faults().times(3, Fault.respond(501).on(RequestKind.CALL));
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class)
                        .handled(true)
                        .process(exchange ->
                                failures.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
                from(conversations("&bridgeErrorHandler=true")).process(exchange -> got.add(id(exchange)));
            }
        });
        // when
        rig.context.start();
        // then
        StreamTestSupport.await(() -> got.size() == 1);
        assertThat(failures).hasSize(3);
        assertThat(failures.get(0)).hasMessageContaining("conversations/list");
    }

    @Test
    void sendsAnEmptyMessageWhenIdleIfAskedTo() throws Exception {
        AtomicInteger empty = new AtomicInteger();
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(conversations("&sendEmptyMessageWhenIdle=true")).process(exchange -> {
                    if (exchange.getMessage().getBody() == null) {
                        empty.incrementAndGet();
                    }
                });
            }
        });

        rig.context.start();

        StreamTestSupport.await(() -> empty.get() > 1);
    }

    @Test
    void pollEnrichTakesOneItemAtATimeAndAFailedOneComesAgain() throws Exception {
        // given
        addConversations(1);
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:next")
                        .pollEnrich("bimpeai:conversations/list?delay=1h", 0)
                        .process(exchange -> {
                            if (exchange.getMessage().getBody() == null) {
                                got.add("none");
                                return;
                            }
                            got.add(id(exchange));
                            if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                                throw new IllegalStateException("not now");
                            }
                        });
            }
        });
        rig.context.start();
        failing.set(1);
        // when
        for (int i = 0; i < 4; i++) {
            rig.context.createProducerTemplate().send("direct:next", exchange -> {});
        }
        // then
        assertThat(got).hasSize(4).last().isEqualTo("none");
        assertThat(got.get(2)).isEqualTo(got.get(0));
        assertThat(got.get(1)).isNotEqualTo(got.get(0));
    }

    @Test
    void pollsOnceAMinuteByDefault() {
        BimpeaiEndpoint endpoint = rig.context.getEndpoint("bimpeai:agents/list", BimpeaiEndpoint.class);

        assertThatThrownBy(() -> rig.context
                        .getEndpoint("bimpeai:agents/list?greedy=true&emit=all")
                        .createConsumer(exchange -> {}))
                .hasMessageContaining("greedy");
        org.apache.camel.support.ScheduledPollConsumer consumer = consumer(endpoint);
        assertThat(consumer.getDelay()).isEqualTo(60_000);
    }

    private static org.apache.camel.support.ScheduledPollConsumer consumer(BimpeaiEndpoint endpoint) {
        try {
            return (org.apache.camel.support.ScheduledPollConsumer) endpoint.createConsumer(exchange -> {});
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
