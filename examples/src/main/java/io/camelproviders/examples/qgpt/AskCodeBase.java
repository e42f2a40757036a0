/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.qgpt;

import io.camelproviders.qgpt.QgptComponent;
import io.camelproviders.qgpt.model.Hints.QgptHintsInput;
import io.camelproviders.qgpt.model.Questions.QgptQuestionInput;
import io.camelproviders.qgpt.model.Questions.QgptQuestionOutput;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceOutput;
import io.camelproviders.qgpt.model.Relevance.RelevantQgptSeeds;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.io.PrintStream;
import java.net.URI;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks about a code base: finds the snippets that matter, answers from them, and suggests what to ask next.
 *
 * <p>Without arguments on an embedded fake; {@code --live FOLDER QUESTION} asks the Pieces OS of this machine.
 */
public final class AskCodeBase {

    private static final String FOUND = "found";

    private AskCodeBase() {}

    /** Ends the process with status 0, or with the failure. */
    public static void main(String[] args) throws Exception {
        if (args.length == 3 && args[0].equals("--live")) {
            ask(null, args[1], args[2], System.out);
            return;
        }
        try (FakeQgptServer server = FakeQgptServer.start()) {
            ask(server.loopback().uri(), "/home/ana/app", "Where are dates read?", System.out);
        }
    }

    /**
     * @param server where it is, or null to look for it on this machine
     */
    static void ask(@Nullable URI server, String folder, String question, PrintStream out) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            if (server != null) {
                context.getComponent("qgpt", QgptComponent.class)
                        .getConfiguration()
                        .setBaseUrl(server.toString());
            }
            context.addRoutes(routes(folder, question, out));
            context.start();
            context.createFluentProducerTemplate()
                    .to("direct:ask")
                    .withBody(question)
                    .request();
        }
    }

    private static RouteBuilder routes(String folder, String question, PrintStream out) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .to("qgpt:relevance?paths=RAW(" + folder + ")")
                        .process(exchange -> questionOf(exchange, question, out))
                        .to("qgpt:question")
                        .process(exchange -> hintsOf(exchange, question, out))
                        .to("qgpt:hints")
                        .process(exchange -> out.println("Ask next: " + text(exchange)));
            }
        };
    }

    private static void questionOf(Exchange exchange, String question, PrintStream out) {
        RelevantQgptSeeds found =
                exchange.getMessage().getBody(QgptRelevanceOutput.class).relevant();
        RelevantQgptSeeds relevant = found == null ? RelevantQgptSeeds.none() : found;
        out.println("Found: " + relevant.iterable().size() + " snippet(s)");
        exchange.setProperty(FOUND, relevant);
        exchange.getMessage()
                .setBody(QgptQuestionInput.builder(question).relevant(relevant).build());
    }

    private static void hintsOf(Exchange exchange, String question, PrintStream out) {
        out.println("Answer: " + text(exchange));
        exchange.getMessage()
                .setBody(QgptHintsInput.builder(exchange.getProperty(FOUND, RelevantQgptSeeds.class))
                        .query(question)
                        .build());
    }

    private static String text(Exchange exchange) {
        return exchange.getMessage().getBody(QgptQuestionOutput.class).text();
    }
}
