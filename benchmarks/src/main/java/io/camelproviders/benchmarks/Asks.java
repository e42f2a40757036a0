/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import io.camelproviders.common.json.Json;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import io.camelproviders.testkit.igpt.IgptBehaviour;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * A thousand questions in flight at a provider that takes 200 ms for each, from one Camel process: the route {@code igpt:recall/ask} against the same route
 * on camel-http.
 *
 * <p>How it is made fair: each side is a process of its own with the same heap and the same class path; both send the same question, get the same answer
 * from the same fake provider (this process) and must hand it to the route as a {@code Map}, which is checked. camel-http gets what it needs: connections
 * and threads for all that is in flight. The sides take turns, so that whatever else the machine does hits both. Both keep their connections between rounds.
 *
 * <p>Three shapes: the first burst, cold, with all connections to be made; further bursts, each of as many asks at once, as the events of an integration
 * come, in two halves, since the JVM's compiler is busy during the first; and a steady flow in which each answer sends the next question. The verdict is on the sum of all bursts, the cold one included. The flow is
 * printed beside it: its time is hardly more than the provider's own latency whoever asks, so only its CPU tells something. For the same reason the time beyond
 * that latency, which no client can save, is printed too.
 *
 * <p>Takes no arguments: {@value #IN_FLIGHT} asks in flight, {@value #BURSTS} bursts in each half. Ends with status 0 if all answers were right and the igpt
 * side took at most {@value #MOST_WALL} of the time and {@value #MOST_CPU} of the CPU of camel-http, on at most {@value #MAX_THREADS} threads.
 */
public final class Asks {

    /** What every question is answered with. */
    static final String ANSWER = "The board took the budget as proposed, with one reserve for travel. ".repeat(8);

    private static final int IN_FLIGHT = 1_000;
    private static final int BURSTS = 20;
    private static final double MOST_WALL = 0.65;
    private static final double MOST_CPU = 0.6;
    private static final int MAX_THREADS = 40;
    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final int FLOWS = 2;
    private static final int WAVES = 10;

    private AskCost igpt = AskCost.NONE;
    private AskCost http = AskCost.NONE;

    private Asks() {}

    /** Runs the measurement and ends the process. */
    public static void main(String[] args) throws Exception {
        System.exit(new Asks().run() ? 0 : 1);
    }

    private boolean run() throws IOException {
        say(
                "Java %s, %d processors; %d asks in flight, answered after %d ms",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), IN_FLIGHT, LATENCY.toMillis());
        try (FakeIgptServer fake = FakeIgptServer.start()) {
            fake.ledger().keepLast(1);
            byte[] answer = Json.standard().bytes(answer());
            fake.always("recall/ask", IgptBehaviour.delayed(LATENCY, exchange -> exchange.responder()
                    .respond(200, answer, "Content-Type", "application/json; charset=utf-8")));
            try (ChildJvm ours = side(AskRoute.IGPT, fake);
                    ChildJvm theirs = side(AskRoute.HTTP, fake)) {
                measure("first burst", 1, IN_FLIGHT, ours, theirs);
                measure("further bursts", BURSTS, IN_FLIGHT, ours, theirs);
                measure("warm bursts", BURSTS, IN_FLIGHT, ours, theirs);
                boolean good = verdict();
                measure("steady flow", FLOWS, WAVES * IN_FLIGHT, ours, theirs);
                return good;
            }
        }
    }

    private ChildJvm side(AskRoute route, FakeIgptServer fake) throws IOException {
        ChildJvm side = new ChildJvm(
                AskSide.class, route.name(), fake.baseUrl(), FakeIgptServer.API_KEY, Integer.toString(IN_FLIGHT));
        side.told();
        return side;
    }

    private static Map<String, Object> answer() {
        return Map.of("output", ANSWER, "usage", Map.of("input_tokens", 120, "output_tokens", 24, "total_tokens", 144));
    }

    /** Who begins changes from round to round. */
    private void measure(String shape, int times, int asks, ChildJvm ours, ChildJvm theirs) throws IOException {
        AskCost ourSum = AskCost.NONE;
        AskCost theirSum = AskCost.NONE;
        for (int i = 0; i < times; i++) {
            boolean weBegin = i % 2 == 0;
            AskCost first = round(weBegin ? ours : theirs, asks);
            AskCost second = round(weBegin ? theirs : ours, asks);
            ourSum = ourSum.plus(weBegin ? first : second);
            theirSum = theirSum.plus(weBegin ? second : first);
        }
        print(shape, times * asks / IN_FLIGHT, ourSum, theirSum);
        igpt = igpt.plus(ourSum);
        http = http.plus(theirSum);
    }

    private static AskCost round(ChildJvm side, int asks) throws IOException {
        side.order(Integer.toString(asks));
        return AskCost.of(side.told());
    }

    private static void print(String shape, int waves, AskCost ours, AskCost theirs) {
        say("%s", shape);
        say("  igpt        %s", ours);
        say("  camel-http  %s", theirs);
        long waited = waves * LATENCY.toNanos();
        say(
                "  ratio       wall %.2f (beyond the provider's own %d ms: %.2f), CPU %.2f",
                ours.wallRatio(theirs),
                waited / 1_000_000,
                (double) (ours.wallNanos() - waited) / (theirs.wallNanos() - waited),
                ours.cpuRatio(theirs));
    }

    private boolean verdict() {
        print("all bursts", 1 + 2 * BURSTS, igpt, http);
        boolean good = igpt.wrong() + http.wrong() == 0
                && igpt.wallRatio(http) <= MOST_WALL
                && igpt.cpuRatio(http) <= MOST_CPU
                && igpt.threads() <= MAX_THREADS;
        say(
                "%s: wanted wall at most %.2f, CPU at most %.2f, at most %d threads, no wrong answer",
                good ? "reached" : "MISSED", MOST_WALL, MOST_CPU, MAX_THREADS);
        return good;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
