/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import io.camelproviders.core.subscription.StreamState;
import io.camelproviders.support.consumer.stream.StreamConsumer;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * Thousands of open streams from one Camel process, to a fake provider in another one: how long until all are open, how many threads and how
 * much memory they take, whether all live on under heartbeats, and whether one message on each arrives.
 *
 * <p>Arguments, all optional: number of streams (5000), seconds to hold them (60). Ends with status 0 if all stayed open, every message came once, and
 * no more than 40 threads were in use.
 */
public final class OpenStreams {

    private static final int MAX_THREADS = 40;
    private static final int HEARTBEAT_SECONDS = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ROUTE = "all-conversations";

    private final int streams;
    private final int holdSeconds;
    private final Set<String> conversations = ConcurrentHashMap.newKeySet();
    private final Main main = new Main();
    private int mostThreads;

    private OpenStreams(int streams, int holdSeconds) {
        this.streams = streams;
        this.holdSeconds = holdSeconds;
    }

    /** Runs the measurement and ends the process. */
    public static void main(String[] args) throws Exception {
        int streams = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        System.exit(new OpenStreams(streams, seconds).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        say(
                "Java %s, %d processors, heap at most %d MiB; %d streams",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                streams);
        try (ProviderProcess provider = new ProviderProcess(streams, HEARTBEAT_SECONDS)) {
            Cost before = Cost.now();
            configure(provider);
            long start = System.nanoTime();
            main.start();
            try {
                boolean opened = await(() -> open() == streams);
                say("open                 %d of %d after %.1f s", open(), streams, (System.nanoTime() - start) / 1e9);
                return opened && hold(provider, before) && mostThreads <= MAX_THREADS;
            } finally {
                main.stop();
            }
        }
    }

    private boolean hold(ProviderProcess provider, Cost before) throws Exception {
        report(before);
        TimeUnit.SECONDS.sleep(holdSeconds);
        long reconnects = consumer().getConnects() - streams;
        boolean alive = open() == streams;
        say("open after %3d s     %d, reconnects %d", holdSeconds, open(), reconnects);
        boolean heard = hear(provider);
        report(before);
        return alive && heard;
    }

    private void configure(ProviderProcess provider) {
        option("baseUrl", provider.baseUrl());
        option("apiKey", provider.apiKey());
        option("agentId", provider.agentId());
        main.addInitialProperty("camel.main.shutdownTimeout", "30");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("bimpeai:messages/stream?conversationId=*")
                        .routeId(ROUTE)
                        .process(exchange -> conversations.add(
                                exchange.getMessage().getHeader("CamelBimpeaiConversationId", String.class)));
            }
        });
    }

    private void option(String name, String value) {
        main.addInitialProperty("camel.component.bimpeai." + name, value);
    }

    private boolean hear(ProviderProcess provider) throws Exception {
        long start = System.nanoTime();
        provider.order(Provider.SPEAK);
        boolean all = await(() -> conversations.size() == streams);
        say(
                "one message on each  %d received in %.1f s, %d handed to the route",
                conversations.size(),
                (System.nanoTime() - start) / 1e9,
                consumer().getMessages());
        return all && consumer().getMessages() == streams;
    }

    private void report(Cost before) {
        Cost now = Cost.now();
        mostThreads = Math.max(mostThreads, now.threads());
        say("threads              %d in the whole process (at most %d wanted)", now.threads(), MAX_THREADS);
        say(
                "heap                 %.1f KiB a stream, %d MiB in all",
                (now.heapBytes() - before.heapBytes()) / 1024.0 / streams, now.heapBytes() >> 20);
        say(
                "resident memory      %.1f KiB a stream, %d MiB in all",
                (now.residentBytes() - before.residentBytes()) / 1024.0 / streams, now.residentBytes() >> 20);
    }

    private StreamConsumer consumer() {
        return (StreamConsumer) main.getCamelContext().getRoute(ROUTE).getConsumer();
    }

    private long open() {
        return consumer().statuses().stream()
                .filter(stream -> stream.state() == StreamState.OPEN)
                .count();
    }

    private static boolean await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return condition.getAsBoolean();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
