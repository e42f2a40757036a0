/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.support.consumer.stream.StreamConsumer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many messages over many connections: nothing lost, nothing twice, nothing left behind. The fake runs in a process of its
 * own, so that the heap measured is the consumer's.
 */
class StreamSoakTest {

    private static final int CONVERSATIONS = 10;

    private final Map<String, AtomicLong> last = new ConcurrentHashMap<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicLong count = new AtomicLong();
    private long said;

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
        try (FakeProcess fake = new FakeProcess(CONVERSATIONS);
                DefaultCamelContext context = new DefaultCamelContext()) {
            // given
            StreamTestSupport.configure(context, fake.url, fake.key, fake.agent);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("bimpeai:messages/stream?conversationId=*&reconnectDelay=1&maxConnectsPerSecond=5000")
                            .routeId("collect")
                            .process(StreamSoakTest.this::check);
                }
            });
            context.start();
            StreamConsumer consumer =
                    (StreamConsumer) context.getRoute("collect").getConsumer();
            StreamTestSupport.await(() -> fake.openStreams() == CONVERSATIONS);
            fake.closeEachStreamAfter(perConnection);
            // Warm: the windows against repetitions are full afterwards, as they would be on any later day.
            round(fake, 3_000);
            long heap = heap();
            int threads = threads();
            long before = consumer.getConnects();
            long begin = System.nanoTime();
            // when
            for (int round = 0; round < rounds; round++) {
                round(fake, messages);
            }
            // then
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            long connects = consumer.getConnects() - before;
            long total = (long) rounds * messages * CONVERSATIONS;
            long grown = (heap() - heap) / 1024;
            System.out.printf(
                    "soak: %d messages, %d connects, %d ms, wrong %d, threads %d -> %d, sockets %d, heap %+d KiB%n",
                    total, connects, took.toMillis(), wrong.size(), threads, threads(), fake.openConnections(), grown);
            assertThat(wrong).isEmpty();
            assertThat(count).hasValue(said * CONVERSATIONS);
            assertThat(connects).isGreaterThanOrEqualTo(total / perConnection - CONVERSATIONS);
            assertThat(grown).isLessThan(10 * 1024);
            // The pools grow on demand up to eight, eight, one and one.
            assertThat(threads()).isLessThanOrEqualTo(18);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> fake.openConnections() <= 2 * CONVERSATIONS + 8);
        }
    }

    /** Numbers go on from round to round: a stream that began anew at number one would be seen. */
    private void round(FakeProcess fake, int messages) throws IOException {
        fake.burst(messages, said + "+");
        said += messages;
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> count.get() >= said * CONVERSATIONS);
    }

    private void check(Exchange exchange) {
        String conversation = exchange.getMessage().getHeader("CamelBimpeaiConversationId", String.class);
        String[] text = StreamTestSupport.text(exchange).split("\\+", 2);
        long number = Long.parseLong(text[0]) + Long.parseLong(text[1]);
        long before =
                last.computeIfAbsent(conversation, key -> new AtomicLong()).getAndSet(number);
        if (number != before + 1) {
            wrong.add(conversation + ": " + number + " after " + before);
        }
        count.incrementAndGet();
    }

    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("camel-provider-bimpeai"))
                .count();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
