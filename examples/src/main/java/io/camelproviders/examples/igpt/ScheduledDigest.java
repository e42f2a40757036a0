/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.igpt;

import io.camelproviders.testkit.Fault;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.builder.RouteBuilder;

/**
 * A digest every morning: the question is asked on a schedule, and the answer is a Java record, checked against the schema that was derived from it. An answer
 * that does not fit never reaches the route; it is an error with the raw text.
 *
 * <p>On the embedded fake two digests, a second apart; on the real service one each day, until Ctrl+C.
 */
public final class ScheduledDigest {

    private static final int REHEARSED = 2;

    private final PrintStream out;
    private final BlockingQueue<Digest> digests = new LinkedBlockingQueue<>();

    ScheduledDigest(PrintStream out) {
        this.out = out;
    }

    /** Ends by itself on the fake. */
    public static void main(String[] args) throws Exception {
        new ScheduledDigest(System.out).run();
    }

    /** The last digest. */
    Digest run() throws Exception {
        try (ExampleContext place = new ExampleContext()) {
            out.println("Asking " + place);
            if (place.rehearsing()) {
                place.fake()
                        .faults()
                        .on("recall/ask")
                        .once(Fault.respondJson(monday()))
                        .always(Fault.respondJson(tuesday()));
            }
            place.start(routes(place.rehearsing() ? "1s" : "24h"));
            Digest last = digests.take();
            for (int i = 1; i < REHEARSED || !place.rehearsing(); i++) {
                last = digests.take();
            }
            return last;
        }
    }

    private RouteBuilder routes(String every) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("igpt:recall/ask?input=RAW(What is open, who has it, and until when?)"
                                + "&quality=cef-1-high&outputClass=" + Digest.class.getName()
                                + "&initialDelay=0&delay=" + every)
                        .process(exchange -> print(exchange.getMessage().getMandatoryBody(Digest.class)));
            }
        };
    }

    private void print(Digest digest) {
        out.println(digest.headline());
        digest.tasks().forEach(task -> out.println("  " + task.due() + "  " + task.owner() + ": " + task.title()));
        digests.add(digest);
    }

    private static Map<String, Object> monday() {
        return Map.of(
                "headline",
                "The budget goes to the board.",
                "tasks",
                List.of(
                        task("Approve the budget", "Board", "2026-01-15"),
                        task("Book the train", "Bjorn", "2026-01-16")));
    }

    private static Map<String, Object> tuesday() {
        return Map.of(
                "headline", "The budget stands.", "tasks", List.of(task("Book the train", "Bjorn", "2026-01-16")));
    }

    private static Map<String, Object> task(String title, String owner, String due) {
        return Map.of("title", title, "owner", owner, "due", due);
    }
}
