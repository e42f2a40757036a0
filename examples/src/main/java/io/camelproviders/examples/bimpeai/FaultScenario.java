/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import io.camelproviders.core.subscription.StreamState;
import io.camelproviders.core.subscription.StreamStatus;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.bimpeai.BimpeaiFaults;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The example on the embedded fake provider, with network faults. */
final class FaultScenario {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final Settings settings;
    private final EventLog log;
    private final Shop shop;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    FaultScenario(Settings settings, EventLog log) {
        this.settings = settings;
        this.log = log;
        this.shop = new Shop(log);
    }

    /** Ends a run started with {@code --forever}; returns after the summary. */
    void end() {
        stop.countDown();
        try {
            over.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Summary run() throws InterruptedException {
        try {
            return simulate();
        } finally {
            over.countDown();
        }
    }

    private Summary simulate() throws InterruptedException {
        try (FakeBimpeaiServer provider =
                FakeBimpeaiServer.start(0, settings.directory().resolve("provider.jsonl"))) {
            provider.heartbeatEvery(Duration.ofMillis(400));
            Customers customers = new Customers(provider, log);
            introduce(provider, customers);
            int before = customers.written();
            int waiting = customers.unanswered().size();
            planFaults(provider);
            Application application = new Application(settings, shop, options(provider, customers));
            application.start();
            catchUp(application, customers, waiting);
            converse(provider, customers);
            log.line("");
            log.line("The customers pause; the last answers are sent.");
            await(() -> customers.unanswered().isEmpty());
            List<StreamStatus> streams = application.streams();
            application.stop();
            Summary summary = summary(customers, streams, waiting, before);
            log.line("");
            log.line(summary.text());
            leaveWork(customers);
            return summary;
        }
    }

    private static Map<String, String> options(FakeBimpeaiServer provider, Customers customers) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("baseUrl", provider.baseUrl());
        options.put("apiKey", provider.apiKey());
        options.put("agentId", customers.agentId());
        // The default offset key contains the address, and the fake uses another port on each run.
        options.put("offsetKey", AnswerRoute.ID);
        // The fake sends a heartbeat every 400 ms, so two seconds without data mean a dead connection.
        options.put("readIdleTimeout", "2s");
        return options;
    }

    private void introduce(FakeBimpeaiServer provider, Customers customers) {
        log.line("No BIMPEAI_API_KEY is set: using a fake BimpeAI provider inside this process, at "
                + provider.baseUrl());
        log.line("One agent, three conversations. Route: " + (settings.yaml() ? "YAML" : "Java")
                + ". Offsets and the fake's data: " + settings.directory());
        log.line(
                "Planned faults: ada's stream is cut in the middle of a message, bjorn's goes silent without closing,");
        log.line("then the provider is down for " + settings.outage().toMillis()
                + " ms, and chidi's stream replays old messages afterwards.");
        log.line("> message from a customer   < reply from the route   [..] log of the component");
        log.line("");
        if (customers.written() > 0) {
            List<Integer> open = customers.unanswered();
            log.line("Restarted. Customers have written " + customers.written() + " messages; " + open.size()
                    + " arrived while the application was down: " + open);
            log.line("The route resumes from its stored offsets, so these are delivered first.");
        }
    }

    private static void planFaults(FakeBimpeaiServer provider) {
        provider.faults().in(Customers.ADA).once(Fault.dropAfter(4));
        provider.faults().in(Customers.BJORN).once(Fault.stallAfter(4));
    }

    private void catchUp(Application application, Customers customers, int waiting) throws InterruptedException {
        await(() -> customers.unanswered().isEmpty()
                && shop.answers() >= waiting
                && application.streams().stream().anyMatch(stream -> stream.state() == StreamState.OPEN));
        if (waiting > 0) {
            log.line("All " + waiting + " waiting messages are answered. The customers continue.");
        }
    }

    private void converse(FakeBimpeaiServer provider, Customers customers) throws InterruptedException {
        for (int number = 0; number < settings.messages() || settings.forever(); number++) {
            if (number % settings.messages() == settings.messages() / 2) {
                restart(provider);
            }
            customers.writeOne();
            if (stop.await(settings.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private void restart(FakeBimpeaiServer provider) {
        log.event(
                "PROVIDER",
                "restarts: all connections are reset, new ones are refused for "
                        + settings.outage().toMillis() + " ms");
        if (settings.forever()) {
            planFaults(provider);
        }
        provider.faults().in(Customers.CHIDI).once(BimpeaiFaults.overlap(2));
        provider.restart(settings.outage());
    }

    private Summary summary(Customers customers, List<StreamStatus> streams, int waiting, int before) {
        long connects =
                streams.stream().mapToLong(stream -> stream.counts().connects()).sum();
        long duplicates = streams.stream()
                .mapToLong(stream -> stream.counts().duplicates())
                .sum();
        return new Summary(
                waiting,
                customers.written() - before,
                shop.received(),
                shop.answers(),
                connects - streams.size(),
                duplicates,
                customers.unanswered().size(),
                shop.receivedTwice() + customers.answeredTwice(),
                customers.outOfOrder());
    }

    private void leaveWork(Customers customers) {
        log.line("");
        log.line("The application is down, but customers keep writing:");
        for (int i = 0; i < 4; i++) {
            customers.writeOne();
        }
        log.line("Run it again: it resumes from the stored offsets and delivers these four first.");
    }

    /** Waits at most a minute; the summary then shows what is missing. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
        }
    }
}
