/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.chatroutes;

import io.camelproviders.chatroutes.ChatroutesConstants;
import io.camelproviders.chatroutes.model.Conversations.Conversation;
import io.camelproviders.chatroutes.model.Conversations.CreateConversation;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.chatroutes.model.Messages.Usage;
import io.camelproviders.chatroutes.stream.ChatroutesEvent;
import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * Shows an answer while it is written: {@code streamTo} sends every piece to a second route, which prints it, and the first
 * route goes on with the whole answer. In place of the console a WebSocket to a browser would do.
 */
public final class LiveAnswer {

    private final PrintStream out;

    LiveAnswer(PrintStream out) {
        this.out = out;
    }

    /** Ends by itself. */
    public static void main(String[] args) throws Exception {
        new LiveAnswer(System.out).run();
    }

    /** The whole answer. */
    SendResult run() throws Exception {
        try (ExampleContext stage =
                new ExampleContext(question -> "Camels store fat in their humps, not water.", new Live(out))) {
            out.println("Asking " + stage.place());
            Conversation talk = stage.ask(
                    Conversation.class,
                    "chatroutes:conversations/create",
                    new CreateConversation("Camels", null),
                    Map.of());
            Exchange done = stage.ask(
                    "direct:ask",
                    "What is in a camel's hump?",
                    Map.of(ChatroutesConstants.CONVERSATION_ID, Objects.requireNonNull(talk.id())));
            Usage usage = done.getMessage().getHeader(ChatroutesConstants.RESPONSE_USAGE, Usage.class);
            out.println();
            out.println("Model " + done.getMessage().getHeader(ChatroutesConstants.RESPONSE_MODEL) + ", "
                    + (usage == null ? "unknown" : usage.totalTokens()) + " tokens");
            return done.getMessage().getMandatoryBody(SendResult.class);
        }
    }

    /** Asks, and prints the pieces as they come. */
    private static final class Live extends RouteBuilder {
        private final PrintStream out;

        Live(PrintStream out) {
            this.out = out;
        }

        @Override
        public void configure() {
            from("direct:ask").to("chatroutes:messages/stream?streamTo=direct:piece");
            from("direct:piece").process(exchange -> {
                if (exchange.getMessage().getBody() instanceof ChatroutesEvent.Content piece) {
                    out.print(piece.text());
                    out.flush();
                }
            });
        }
    }
}
