/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * One {@link AskRoute} in a process of its own. Each line of its input is a number of asks; it sends them, always as many at once as may be, and says what
 * they took.
 */
final class AskSide {

    private static final String QUESTION = "What did the board decide about the budget? ".repeat(5);

    /** Exchanges come from several threads, as those of consumers do; a number that divides the asks in flight. */
    private static final int SENDERS = 4;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Endpoint endpoint;
    private final AsyncProducer producer;
    private final int inFlight;
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

    private AskSide(Endpoint endpoint, int inFlight) throws Exception {
        this.endpoint = endpoint;
        this.producer = endpoint.createAsyncProducer();
        this.inFlight = inFlight;
        producer.start();
    }

    /** Arguments: the route, base URL, key, asks in flight. */
    public static void main(String[] args) throws Exception {
        int inFlight = Integer.parseInt(args[3]);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(AskRoute.valueOf(args[0]).in(context, args[1], args[2], inFlight));
            context.start();
            AskSide side = new AskSide(context.getEndpoint(AskRoute.ENTRY), inFlight);
            System.out.println("ready");
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                System.out.println(side.round(Integer.parseInt(order)).line());
            }
            side.senders.shutdown();
        }
    }

    private AskCost round(int asks) throws InterruptedException {
        settle();
        THREADS.resetPeakThreadCount();
        long allocated = allocated();
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        Round round = new Round(asks);
        int each = Math.min(asks, inFlight) / SENDERS;
        for (int sender = 0; sender < SENDERS; sender++) {
            senders.execute(() -> {
                for (int i = 0; i < each; i++) {
                    round.next();
                }
            });
        }
        round.answered.await();
        long wall = System.nanoTime() - start;
        return new AskCost(
                asks,
                wall,
                SYSTEM.getProcessCpuTime() - cpu,
                THREADS.getPeakThreadCount(),
                allocated() - allocated,
                round.wrong.get());
    }

    /** What collectors and compilers have left to do from the rounds before, in both processes, is not measured with this one. */
    private static void settle() throws InterruptedException {
        System.gc();
        TimeUnit.MILLISECONDS.sleep(200);
    }

    /** Of all threads that live; none of those that work here ends within a run. */
    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }

    /** The asks of one order; each that is answered sends the next. */
    private final class Round {
        final CountDownLatch answered;
        final AtomicInteger wrong = new AtomicInteger();
        final AtomicInteger left;

        Round(int asks) {
            answered = new CountDownLatch(asks);
            left = new AtomicInteger(asks);
        }

        void next() {
            if (left.getAndDecrement() <= 0) {
                return;
            }
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setBody(QUESTION);
            producer.process(exchange, doneSync -> {
                if (!right(exchange)) {
                    wrong.incrementAndGet();
                }
                answered.countDown();
                next();
            });
        }

        private boolean right(Exchange exchange) {
            return exchange.getException() == null
                    && exchange.getMessage().getBody() instanceof Map<?, ?> answer
                    && Objects.equals(answer.get("output"), Asks.ANSWER);
        }
    }
}
