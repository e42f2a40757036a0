/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import io.camelproviders.core.subscription.StreamState;
import io.camelproviders.core.subscription.StreamStatus;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.bimpeai.Misbehaviour;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The example on the embedded fake provider, over a network that breaks. */
final class FaultScenario {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Settings settings;
    private final EventLog story;
    private final Shop shop;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    FaultScenario(Settings settings, EventLog story) {
        this.settings = settings;
        this.story = story;
        this.shop = new Shop(story);
    }

    /** Ends a run that was told to go on; returns when it has come to its summary. */
    void end() {
        stop.countDown();
        try {
            over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Summary run() throws InterruptedException {
        try {
            return rehearse();
        } finally {
            over.countDown();
        }
    }

    private Summary rehearse() throws InterruptedException {
        try (FakeBimpeaiServer provider =
                FakeBimpeaiServer.start(0, settings.directory().resolve("provider.jsonl"))) {
            provider.heartbeatEvery(Duration.ofMillis(400));
            Customers customers = new Customers(provider, story);
            introduce(provider, customers);
            int before = customers.written();
            int waiting = customers.unanswered().size();
            planFaults(provider);
            Application application = new Application(settings, shop, options(provider, customers));
            application.start();
            catchUp(application, customers, waiting);
            converse(provider, customers);
            story.say("");
            story.say("The customers pause; the last answers go out.");
            await(() -> customers.unanswered().isEmpty());
            List<StreamStatus> streams = application.streams();
            application.stop();
            Summary summary = summary(customers, streams, waiting, before);
            story.say("");
            story.say(summary.text());
            leaveWork(customers);
            return summary;
        }
    }

    private static Map<String, String> options(FakeBimpeaiServer provider, Customers customers) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("baseUrl", provider.uri().toString());
        options.put("apiKey", provider.apiKey());
        options.put("agentId", customers.agentId());
        // The default key of an offset holds the address, and the fake has another port each time.
        options.put("offsetKey", AnswerRoute.ID);
        // The fake sends a heartbeat every 400 ms, so two seconds of silence mean a dead connection.
        options.put("readIdleTimeout", "2s");
        return options;
    }

    private void introduce(FakeBimpeaiServer provider, Customers customers) {
        story.say("No BIMPEAI_API_KEY is set: a fake BimpeAI provider runs inside this process, at " + provider.uri());
        story.say("One agent, three conversations. Route: " + (settings.yaml() ? "YAML" : "Java")
                + ". Offsets and the fake's memory: " + settings.directory());
        story.say("The network will break: ada's stream is cut inside a message, bjorn's falls silent and stays open,");
        story.say("then the whole provider is away for " + settings.outage().toMillis()
                + " ms, and chidi's stream repeats old messages afterwards.");
        story.say("> a customer writes   < the route has answered   [..] the component's own log");
        story.say("");
        if (customers.written() > 0) {
            List<Integer> open = customers.unanswered();
            story.say("Started again. Customers have written " + customers.written() + " messages; " + open.size()
                    + " of them have been waiting since the application went down: " + open);
            story.say("The route goes on from its stored offsets, so these come first.");
        }
    }

    private static void planFaults(FakeBimpeaiServer provider) {
        provider.once(Customers.ADA, Misbehaviour.dropAfter(4));
        provider.once(Customers.BJORN, Misbehaviour.silenceAfter(4));
    }

    private void catchUp(Application application, Customers customers, int waiting) throws InterruptedException {
        await(() -> customers.unanswered().isEmpty()
                && shop.answers() >= waiting
                && application.streams().stream().anyMatch(stream -> stream.state() == StreamState.OPEN));
        if (waiting > 0) {
            story.say("All " + waiting + " that were waiting are answered. The customers go on.");
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
        story.tell(
                "PROVIDER",
                "restarts: all connections are reset, new ones refused for "
                        + settings.outage().toMillis() + " ms");
        if (settings.forever()) {
            planFaults(provider);
        }
        provider.once(Customers.CHIDI, Misbehaviour.overlap(2));
        provider.restart(settings.outage());
    }

    private Summary summary(Customers customers, List<StreamStatus> streams, int waiting, int before) {
        long connects =
                streams.stream().mapToLong(stream -> stream.counts().connects()).sum();
        long repeated = streams.stream()
                .mapToLong(stream -> stream.counts().duplicates())
                .sum();
        return new Summary(
                waiting,
                customers.written() - before,
                shop.received(),
                shop.answers(),
                connects - streams.size(),
                repeated,
                customers.unanswered().size(),
                shop.receivedTwice() + customers.answeredTwice(),
                customers.disordered());
    }

    private void leaveWork(Customers customers) {
        story.say("");
        story.say("The application is down. The customers do not know and write on:");
        for (int i = 0; i < 4; i++) {
            customers.writeOne();
        }
        story.say("Start it again: it goes on from the stored offsets, and these four come first.");
    }

    /** Gives up after a minute; the summary then tells what is missing. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }
}
