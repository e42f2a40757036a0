/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.chatroutes;

import io.camelproviders.chatroutes.ChatroutesConstants;
import io.camelproviders.chatroutes.model.Branches.Branch;
import io.camelproviders.chatroutes.model.Checkpoints.Checkpoint;
import io.camelproviders.chatroutes.model.Checkpoints.CreateCheckpoint;
import io.camelproviders.chatroutes.model.Conversations.Conversation;
import io.camelproviders.chatroutes.model.Conversations.CreateConversation;
import io.camelproviders.chatroutes.model.Messages.Message;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * A long conversation that stays small: after every so many questions what was said so far is summed up in a checkpoint, and
 * the service gives the model the summary in place of all the messages before it.
 */
public final class LongConversation {

    private static final int QUESTIONS = 12;
    private static final int BETWEEN_CHECKPOINTS = 4;

    private final PrintStream out;

    LongConversation(PrintStream out) {
        this.out = out;
    }

    /** Ends by itself. */
    public static void main(String[] args) throws Exception {
        new LongConversation(System.out).run();
    }

    /** The checkpoints that were made. */
    List<?> run() throws Exception {
        try (ExampleContext stage = new ExampleContext(question -> "Noted: " + question, new Diary())) {
            out.println("Asking " + stage.place());
            Conversation diary = stage.ask(
                    Conversation.class,
                    "chatroutes:conversations/create",
                    new CreateConversation("Diary", null),
                    Map.of());
            Map<String, Object> in = Map.of(ChatroutesConstants.CONVERSATION_ID, Objects.requireNonNull(diary.id()));
            for (int day = 1; day <= QUESTIONS; day++) {
                Map<String, Object> headers = Map.of(
                        ChatroutesConstants.CONVERSATION_ID,
                        Objects.requireNonNull(diary.id()),
                        Diary.SUM_UP,
                        day % BETWEEN_CHECKPOINTS == 0);
                Exchange done = stage.ask("direct:say", "Day " + day + ": it rained.", headers);
                tell(day, done.getMessage().getBody());
            }
            List<?> checkpoints = stage.ask(List.class, "chatroutes:checkpoints/list", null, in);
            out.println(checkpoints.size() + " checkpoints stand for " + 2 * QUESTIONS + " messages");
            return checkpoints;
        }
    }

    private void tell(int day, Object came) {
        if (came instanceof Checkpoint checkpoint) {
            out.println(
                    "Day " + day + " is summed up in " + checkpoint.tokenCount() + " tokens: " + checkpoint.summary());
        } else if (came instanceof SendResult answer) {
            out.println("Day " + day + ": " + answer.text());
        }
    }

    /** Says something, and sums up when told so. */
    private static final class Diary extends RouteBuilder {
        static final String SUM_UP = "SumUp";

        @Override
        public void configure() {
            from("direct:say")
                    .to("chatroutes:messages/send")
                    .filter(header(SUM_UP).isEqualTo(true))
                    .to("chatroutes:branches/list")
                    .process(exchange -> exchange.setProperty("branch", main(exchange)))
                    .to("chatroutes:messages/list")
                    .process(exchange -> exchange.getMessage()
                            .setBody(
                                    new CreateCheckpoint(exchange.getProperty("branch", String.class), last(exchange))))
                    .to("chatroutes:checkpoints/create")
                    .end();
        }

        private static String main(Exchange exchange) {
            return ((List<?>) exchange.getMessage().getBody(List.class))
                    .stream()
                            .map(Branch.class::cast)
                            .filter(branch -> Boolean.TRUE.equals(branch.isMain()))
                            .findFirst()
                            .map(Branch::id)
                            .orElseThrow();
        }

        private static String last(Exchange exchange) {
            List<?> messages = exchange.getMessage().getBody(List.class);
            return Objects.requireNonNull(((Message) messages.get(messages.size() - 1)).id());
        }
    }
}
