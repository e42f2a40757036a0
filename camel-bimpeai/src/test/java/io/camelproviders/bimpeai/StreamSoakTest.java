/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.bimpeai.Misbehaviour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many messages over many connections: nothing lost, nothing twice, nothing left behind. */
class StreamSoakTest {

    private static final int CONVERSATIONS = 10;

    private final Map<String, AtomicInteger> next = new ConcurrentHashMap<>();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicLong count = new AtomicLong();

    @Test
    void losesNothingAndKeepsNothingOverHundredsOfConnections() throws Exception {
        soak(2, 5_000, 50);
    }

    @Tag("long")
    @Test
    void losesNothingAndKeepsNothingOverTenThousandConnections() throws Exception {
        soak(10, 10_000, 90);
    }

    private void soak(int rounds, int messages, int perConnection) throws Exception {
        try (StreamRig rig = new StreamRig(FakeBimpeaiServer.start())) {
            // given
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < CONVERSATIONS; i++) {
                ids.add(rig.server.addConversation(rig.agent));
            }
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("bimpeai:messages/stream?conversationId=*&reconnectDelay=1&maxConnectsPerSecond=5000")
                            .routeId("collect")
                            .process(StreamSoakTest.this::check);
                }
            });
            rig.start();
            StreamRig.await(() -> rig.server.openStreams() > CONVERSATIONS);
            rig.server.always(Misbehaviour.closeAfter(perConnection));
            rig.server.dropAll();
            round(rig, ids, 0, 1_000);
            long heap = heap();
            int threads = threads();
            long before = rig.consumer().getConnects();
            // when
            for (int round = 0; round < rounds; round++) {
                round(rig, ids, 1_000 + round * messages, messages);
            }
            // then
            long connects = rig.consumer().getConnects() - before;
            long total = (long) rounds * messages * CONVERSATIONS;
            assertThat(wrong).hasValue(0);
            assertThat(connects).isGreaterThanOrEqualTo(total / perConnection);
            // The pools grow on demand up to eight, eight, one and one.
            assertThat(threads()).isLessThanOrEqualTo(18);
            assertThat(rig.server.server().openConnections()).isLessThanOrEqualTo(2 * CONVERSATIONS + 8);
            System.out.printf(
                    "soak: %d messages, %d connects, threads %d -> %d, heap %+d KiB, fake's messages included%n",
                    total, connects, threads, threads(), (heap() - heap) / 1024);
        }
    }

    private void round(StreamRig rig, List<String> ids, int done, int messages) {
        long goal = (long) (done + messages) * CONVERSATIONS;
        ids.forEach(id -> rig.server.burst(id, messages, "t"));
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> count.get() >= goal);
    }

    /** Each burst counts from one. */
    private void check(Exchange exchange) {
        String conversation = exchange.getMessage().getHeader("CamelBimpeaiConversationId", String.class);
        AtomicInteger last = next.computeIfAbsent(conversation, key -> new AtomicInteger());
        int number = Integer.parseInt(StreamRig.text(exchange).substring(1));
        if (number != last.get() + 1 && number != 1) {
            wrong.incrementAndGet();
        }
        last.set(number);
        count.incrementAndGet();
    }

    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("camel-provider-bimpeai"))
                .count();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
