/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.bimpeai.model.Conversations.Conversation;
import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A paged list as one list, as pages, as a lazy iterator. */
class PagingTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final CallTestSupport rig = new CallTestSupport();
    private String uri = "";

    @BeforeEach
    void fill() {
        for (int i = 0; i < 24; i++) {
            rig.server.addConversation(rig.agent);
        }
        uri = "bimpeai:conversations/list?limit=10&agentId=" + rig.agent;
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void collectsAllPages() {
        Exchange exchange = rig.send(uri, null);

        assertThat(exchange.getMessage().getBody()).isInstanceOf(ProviderList.class);
        assertThat(exchange.getMessage().getBody(List.class)).hasSize(25).doesNotHaveDuplicates();
        assertThat(rig.requests()).hasSize(3);
    }

    @Test
    void answersOnePageWithItsPlace() {
        // when
        Exchange first = rig.send(uri + "&paging=page", null);
        Exchange third = rig.send(uri, null, Map.of(BimpeaiConstants.PAGE, 3));

        // then
        assertThat(first.getMessage().getBody(List.class)).hasSize(10);
        assertThat(first.getMessage().getHeaders())
                .containsEntry(BimpeaiConstants.RESPONSE_PAGE, 1)
                .containsEntry(BimpeaiConstants.RESPONSE_PAGES, 3)
                .containsEntry(BimpeaiConstants.RESPONSE_TOTAL, 25)
                .containsEntry(BimpeaiConstants.RESPONSE_LIMIT, 10)
                .containsEntry(BimpeaiConstants.RESPONSE_HAS_NEXT, true);
        assertThat(third.getMessage().getBody(List.class)).hasSize(5);
        assertThat(third.getMessage().getHeader(BimpeaiConstants.RESPONSE_HAS_NEXT))
                .isEqualTo(false);
    }

    @Test
    void fetchesThePagesOfAnIteratorOnlyWhenTheyAreWanted() throws Exception {
        // given
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        List<Integer> requests = Collections.synchronizedList(new ArrayList<>());
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:all")
                        .to(uri + "&paging=iterator")
                        .split(body())
                        .streaming()
                        .process(exchange -> {
                            seen.add(exchange.getMessage()
                                    .getBody(Conversation.class)
                                    .id());
                            requests.add(rig.requests().size());
                        });
            }
        });

        // when
        rig.send("direct:all", null);

        // then
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(requests.get(0)).isEqualTo(1);
        assertThat(requests.get(24)).isEqualTo(3);
    }

    @Test
    void refusesMoreItemsThanAllowedWithAnAdvice() {
        Exchange exchange = rig.send(uri + "&maxItems=15", null);

        assertThat(exchange.getException())
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("paging=iterator");
    }

    @Test
    void stoppingGivesTheWalkUpAndAsksForNoFurtherPage() throws Exception {
        // given
        rig.server.faults().once(Fault.stall().on(RequestKind.CALL));
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:all").routeId("all").errorHandler(noErrorHandler()).to(uri);
            }
        });
        CompletableFuture<Exchange> answer =
                rig.context.createProducerTemplate().asyncSend("direct:all", sent -> {});
        await().atMost(LONG).until(() -> rig.requests().size() == 1);

        // when
        rig.context.getRouteController().stopRoute("all", 1, TimeUnit.SECONDS);

        // then
        assertThat(answer.get(60, TimeUnit.SECONDS).getException()).isInstanceOf(AbortedException.class);
        await().atMost(LONG).until(() -> rig.server.loopback().openConnections() == 0);
        assertThat(rig.requests()).hasSize(1);
    }
}
