/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.igpt;

import io.camelproviders.testkit.RequestJournal;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.builder.RouteBuilder;

/**
 * What is new about a subject: the same search again and again, and each hit once. What was found before is remembered by its id.
 *
 * <p>On the embedded fake three messages arrive while the search goes on; on the real service it runs until Ctrl+C.
 */
public final class NewFindings {

    private static final List<String> LATER =
            List.of("Budget 2027, first draft", "Budget for travel", "Budget: the board agrees");

    private final PrintStream out;
    private final BlockingQueue<String> found = new LinkedBlockingQueue<>();

    NewFindings(PrintStream out) {
        this.out = out;
    }

    /** Ends by itself on the fake. */
    public static void main(String[] args) throws Exception {
        new NewFindings(System.out).run();
    }

    /** The titles that were found, in the order in which they came. */
    List<String> run() throws Exception {
        try (ExampleContext place = new ExampleContext()) {
            out.println("Searching " + place);
            place.start(routes(place.rehearsing() ? "200ms" : "5m"));
            List<String> titles = new ArrayList<>(List.of(found.take()));
            while (!place.rehearsing()) {
                titles.add(found.take());
            }
            for (int i = 0; i < LATER.size(); i++) {
                place.fake().addSearchResult("doc-new-" + i, LATER.get(i), "2026-01-2" + i);
                titles.add(found.take());
            }
            searchedAgain(place);
            titles.addAll(found);
            out.println(titles.size() + " findings, each of them once, in "
                    + place.fake().journal().total() + " searches");
            return titles;
        }
    }

    /** Two more searches, which find what is known. */
    private static void searchedAgain(ExampleContext place) {
        RequestJournal searches = place.fake().journal();
        searches.await(search -> true, (int) searches.total() + 2, Duration.ofSeconds(30));
    }

    private RouteBuilder routes(String every) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("igpt:recall/search?query=budget&maxResults=20&initialDelay=0&delay=" + every)
                        .process(exchange -> print(exchange.getMessage().getMandatoryBody(Map.class)));
            }
        };
    }

    private void print(Map<?, ?> hit) {
        String title = Objects.toString(hit.get("title"), "a finding without a title");
        out.println("New: " + title + " (" + hit.get("date") + ")");
        found.add(title);
    }
}
