/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.qgpt;

import io.camelproviders.qgpt.stream.QgptEvent;
import io.camelproviders.testkit.qgpt.FakePiecesServer;
import io.camelproviders.testkit.qgpt.PiecesAnswer;
import java.io.PrintStream;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A side-kick for coding: each question is answered word by word as the words come, all in one conversation.
 *
 * <p>Without arguments on an embedded fake; {@code --live QUESTION...} asks the Pieces OS of this machine.
 */
public final class SideKick {

    private SideKick() {}

    /** Ends the process with status 0, or with the failure. */
    public static void main(String[] args) throws Exception {
        if (args.length > 1 && args[0].equals("--live")) {
            talk("", List.of(args).subList(1, args.length), System.out);
            return;
        }
        try (FakePiecesServer server = FakePiecesServer.start()) {
            server.answer(PiecesAnswer.words("Use java.time.LocalDate.parse(text)."));
            server.answer(PiecesAnswer.words("Then it throws a DateTimeParseException; catch that one."));
            talk(
                    "baseUrl=" + server.uri(),
                    List.of("How do I read a date?", "And if the text is no date?"),
                    System.out);
        }
    }

    static void talk(String options, List<String> questions, PrintStream out) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(routes(options, out));
            context.start();
            String conversation = null;
            for (String question : questions) {
                out.println("> " + question);
                conversation = context.createFluentProducerTemplate()
                        .to("direct:ask")
                        .withBody(question)
                        .withHeader("CamelQgptConversationId", conversation)
                        .send()
                        .getMessage()
                        .getHeader("CamelQgptResponseConversation", String.class);
            }
        }
    }

    private static RouteBuilder routes(String options, PrintStream out) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .to("qgpt:stream?recover=true&streamTo=direct:word&" + options)
                        .process(exchange -> out.println());
                from("direct:word")
                        .process(exchange -> out.print(
                                exchange.getMessage().getBody(QgptEvent.class).text()));
            }
        };
    }
}
