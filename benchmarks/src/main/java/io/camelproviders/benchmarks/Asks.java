/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import io.camelproviders.core.json.Json;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
 * <p>Three shapes: the first burst, cold, with all connections to be made; {@value #BURSTS} further bursts, each of as many asks at once, as the events of
 * an integration come; and a steady flow in which each answer sends the next question. The flow is printed beside the bursts: its time is hardly more than
 * the provider's own latency whoever asks, so only its CPU tells something. For the same reason the time beyond that latency, which no client can save, is
 * printed too.
 *
 * <p>All of it twice. First both sides run with the JVM's quick compiler only ({@code -XX:TieredStopAtLevel=1}): the verdict, on the sum of all bursts, the
 * cold one included, is on these, since they measure the clients. Then both run with the JVM as it is: there the optimizing compiler takes several seconds of
 * CPU beside either client, which on few processors is most of what one sees, and when it has done, camel-http takes less than 300 ms for a burst, so that
 * even a client that costs nothing would need more than 0.65 of that: the provider's 200 ms.
 *
 * <p>Takes no arguments: {@value #IN_FLIGHT} asks are in flight. Ends with status 0 if all answers were right and the igpt
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
            fake.journal().keepLast(1);
            byte[] answer = Json.standard().bytes(answer());
            fake.faults().always(Fault.delay(LATENCY));
            fake.faults()
                    .on("recall/ask")
                    .always(Fault.respond(FakeResponse.body(200, "application/json; charset=utf-8", answer)));
            say("-- quick compiler only");
            boolean good = verdict(compare(fake, List.of("-XX:TieredStopAtLevel=1")));
            say("-- the JVM as it is");
            print("all bursts", 1 + BURSTS, compare(fake, List.of()));
            return good;
        }
    }

    /** Costs of either side. */
    private record Costs(AskCost igpt, AskCost http) {

        Costs plus(Costs more) {
            return new Costs(igpt.plus(more.igpt), http.plus(more.http));
        }
    }

    /** What all bursts took; further shapes are printed only. */
    private Costs compare(FakeIgptServer fake, List<String> options) throws IOException {
        try (ChildJvm ours = side(AskRoute.IGPT, options, fake);
                ChildJvm theirs = side(AskRoute.HTTP, options, fake)) {
            Costs first = measure("first burst", 1, IN_FLIGHT, ours, theirs);
            Costs further = measure("further bursts", BURSTS, IN_FLIGHT, ours, theirs);
            measure("steady flow", FLOWS, WAVES * IN_FLIGHT, ours, theirs);
            return first.plus(further);
        }
    }

    private static ChildJvm side(AskRoute route, List<String> options, FakeIgptServer fake) throws IOException {
        ChildJvm side = new ChildJvm(
                AskSide.class,
                options,
                route.name(),
                fake.baseUrl(),
                FakeIgptServer.API_KEY,
                Integer.toString(IN_FLIGHT));
        side.told();
        return side;
    }

    private static Map<String, Object> answer() {
        return Map.of("output", ANSWER, "usage", Map.of("input_tokens", 120, "output_tokens", 24, "total_tokens", 144));
    }

    /** Who begins changes from round to round. */
    private static Costs measure(String shape, int times, int asks, ChildJvm ours, ChildJvm theirs) throws IOException {
        Costs sum = new Costs(AskCost.NONE, AskCost.NONE);
        for (int i = 0; i < times; i++) {
            boolean weBegin = i % 2 == 0;
            AskCost first = round(weBegin ? ours : theirs, asks);
            AskCost second = round(weBegin ? theirs : ours, asks);
            sum = sum.plus(weBegin ? new Costs(first, second) : new Costs(second, first));
        }
        print(shape, times * asks / IN_FLIGHT, sum);
        return sum;
    }

    private static AskCost round(ChildJvm side, int asks) throws IOException {
        side.order(Integer.toString(asks));
        return AskCost.of(side.told());
    }

    private static void print(String shape, int waves, Costs costs) {
        say("%s", shape);
        say("  igpt        %s", costs.igpt());
        say("  camel-http  %s", costs.http());
        long waited = waves * LATENCY.toNanos();
        say(
                "  ratio       wall %.2f (beyond the provider's own %d ms: %.2f), CPU %.2f",
                costs.igpt().wallRatio(costs.http()),
                waited / 1_000_000,
                (double) (costs.igpt().wallNanos() - waited) / (costs.http().wallNanos() - waited),
                costs.igpt().cpuRatio(costs.http()));
    }

    private static boolean verdict(Costs costs) {
        print("all bursts", 1 + BURSTS, costs);
        boolean good = costs.igpt().wrong() + costs.http().wrong() == 0
                && costs.igpt().wallRatio(costs.http()) <= MOST_WALL
                && costs.igpt().cpuRatio(costs.http()) <= MOST_CPU
                && costs.igpt().threads() <= MAX_THREADS;
        say(
                "%s: wanted wall at most %.2f, CPU at most %.2f, at most %d threads, no wrong answer",
                good ? "reached" : "MISSED", MOST_WALL, MOST_CPU, MAX_THREADS);
        return good;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
