/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import io.camelproviders.igpt.IgptComponent;
import io.camelproviders.igpt.stream.IgptEvent;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * How long a chunk of a streamed answer takes from the provider's socket to the route: over {@code streamTo}, and over a consumer
 * {@code from("igpt:recall/run?…&stream=true")}.
 *
 * <p>The fake provider runs in the same JVM, so that both ends read the same clock; each chunk carries the time at which it was written. What the fake
 * costs is therefore part of the figure. Several answers stream at once, a chunk every few milliseconds each. The iterator ({@code streamMode=iterator}) is
 * not measured: Camel's splitter looks one step ahead, so a chunk comes out of it when the next one is there, whatever the component does.
 *
 * <p>Takes no arguments: {@value #STREAMS} streams, {@value #CHUNKS} chunks each, once to warm up and once measured. Ends with status 0 if all chunks came and 99 of 100 were there within
 * {@value #MOST_MILLIS} ms; meant for an idle machine.
 */
public final class ChunkLatency {

    private static final int STREAMS = 20;
    private static final int CHUNKS = 600;
    private static final int MOST_MILLIS = 5;
    private static final Duration BETWEEN = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double NANOS = 1e6;

    private volatile Arrivals arrivals = new Arrivals();

    private ChunkLatency() {}

    /** Runs the measurement and ends the process. */
    public static void main(String[] args) throws Exception {
        System.exit(new ChunkLatency().run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        say(
                "Java %s, %d processors; %d streams at once, %d chunks each, one every %d ms",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), STREAMS, CHUNKS, BETWEEN.toMillis());
        try (FakeIgptServer fake = FakeIgptServer.start();
                DefaultCamelContext context = new DefaultCamelContext()) {
            fake.faults().on("recall/run").always(new StampedChunks(CHUNKS, BETWEEN));
            IgptComponent component = new IgptComponent();
            component.getConfiguration().setBaseUrl(fake.baseUrl());
            component.getConfiguration().setApiKey(FakeIgptServer.API_KEY);
            component.getConfiguration().setUser("user-4711");
            context.addComponent("igpt", component);
            context.addRoutes(routes());
            context.start();
            Step ask = () -> ask(context);
            Step consume = () -> consume(context);
            measured("streamTo, warming up", ask);
            measured("consumer, warming up", consume);
            boolean sent = measured("streamTo", ask);
            boolean consumed = measured("consumer", consume);
            return sent && consumed;
        }
    }

    private boolean measured(String what, Step step) throws Exception {
        arrivals = new Arrivals();
        step.run();
        say("%-21s %s", what, arrivals);
        return arrivals.all() && arrivals.percentile(99) <= MOST_MILLIS;
    }

    /** A part of the measurement. */
    private interface Step {
        void run() throws Exception;
    }

    private RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask").to("igpt:recall/run?stream=true&streamTo=direct:chunk");
                from("direct:chunk").process(exchange -> arrivals.note(exchange));
                for (int i = 0; i < STREAMS; i++) {
                    from("igpt:recall/run?input=question" + i + "&stream=true&initialDelay=0&delay=1h")
                            .routeId("consumer-" + i)
                            .autoStartup(false)
                            .process(exchange -> arrivals.note(exchange));
                }
            }
        };
    }

    private void ask(DefaultCamelContext context) throws InterruptedException {
        for (int i = 0; i < STREAMS; i++) {
            CompletableFuture<Exchange> unused = context.createProducerTemplate()
                    .asyncSend("direct:ask", sent -> sent.getMessage().setBody("question"));
        }
        arrivals.await();
    }

    private void consume(DefaultCamelContext context) throws Exception {
        for (int i = 0; i < STREAMS; i++) {
            context.getRouteController().startRoute("consumer-" + i);
        }
        arrivals.await();
        for (int i = 0; i < STREAMS; i++) {
            context.getRouteController().stopRoute("consumer-" + i);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** When chunks came. */
    private static final class Arrivals {
        private final CountDownLatch missing = new CountDownLatch(STREAMS * CHUNKS);
        private final long[] nanos = new long[STREAMS * CHUNKS];

        void note(Exchange exchange) {
            long now = System.nanoTime();
            if (exchange.getMessage().getBody() instanceof IgptEvent.OutputTextDelta chunk) {
                synchronized (this) {
                    nanos[nanos.length - (int) missing.getCount()] = now - Long.parseLong(chunk.delta());
                    missing.countDown();
                }
            }
        }

        void await() throws InterruptedException {
            if (!missing.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                say("%d chunks did not come within %d s", missing.getCount(), PATIENCE.toSeconds());
            }
        }

        boolean all() {
            return missing.getCount() == 0;
        }

        synchronized double percentile(double percent) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * percent / 100) - 1)] / NANOS;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d chunks: p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, most %.2f ms",
                    nanos.length,
                    percentile(50),
                    percentile(90),
                    percentile(99),
                    percentile(100));
        }
    }
}
