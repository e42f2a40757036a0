/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.qgpt;

import io.camelproviders.qgpt.QgptComponent;
import io.camelproviders.qgpt.stream.QgptEvent;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

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
            talk(null, List.of(args).subList(1, args.length), System.out);
            return;
        }
        try (FakeQgptServer server = FakeQgptServer.start()) {
            server.answerNext(QgptAnswer.words("Use java.time.LocalDate.parse(text)."));
            server.answerNext(QgptAnswer.words("Then it throws a DateTimeParseException; catch that one."));
            talk(server.loopback().uri(), List.of("How do I read a date?", "And if the text is no date?"), System.out);
        }
    }

    /**
     * @param server where it is, or null to look for it on this machine
     */
    static void talk(@Nullable URI server, List<String> questions, PrintStream out) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            if (server != null) {
                context.getComponent("qgpt", QgptComponent.class)
                        .getConfiguration()
                        .setBaseUrl(server.toString());
            }
            context.addRoutes(routes(out));
            context.start();
            String conversation = null;
            for (String question : questions) {
                out.println("> " + question);
                Exchange answered = context.createFluentProducerTemplate()
                        .to("direct:ask")
                        .withBody(question)
                        .withHeader("CamelQgptConversationId", conversation)
                        .send();
                if (answered.getException() != null) {
                    throw answered.getException();
                }
                conversation = answered.getMessage().getHeader("CamelQgptResponseConversation", String.class);
            }
        }
    }

    private static RouteBuilder routes(PrintStream out) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .to("qgpt:stream?recover=true&streamTo=direct:word")
                        .process(exchange -> out.println());
                from("direct:word")
                        .process(exchange -> out.print(
                                exchange.getMessage().getBody(QgptEvent.class).text()));
            }
        };
    }
}
