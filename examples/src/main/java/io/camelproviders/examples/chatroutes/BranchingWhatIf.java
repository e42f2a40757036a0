/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.chatroutes;

import io.camelproviders.chatroutes.ChatroutesConstants;
import io.camelproviders.chatroutes.model.Branches.Branch;
import io.camelproviders.chatroutes.model.Conversations.Conversation;
import io.camelproviders.chatroutes.model.Conversations.CreateConversation;
import io.camelproviders.chatroutes.model.Messages.Message;
import io.camelproviders.chatroutes.model.Messages.SendMessage;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.builder.RouteBuilder;

/**
 * What if we went by train? Forks a conversation twice at the same message, asks another model in each branch, and merges
 * the branch whose answer is better. The other one stays for whoever wants to go back to it.
 */
public final class BranchingWhatIf {

    private static final String CREATE = "chatroutes:conversations/create";
    private static final String SEND = "chatroutes:messages/send";
    private static final String MESSAGES = "chatroutes:messages/list";
    private static final List<String> MODELS = List.of("gpt-5", "claude-sonnet-4-5");

    private final PrintStream out;

    BranchingWhatIf(PrintStream out) {
        this.out = out;
    }

    /** Ends by itself. */
    public static void main(String[] args) throws Exception {
        new BranchingWhatIf(System.out).run();
    }

    /** The branch that was merged. */
    Branch run() throws Exception {
        try (ExampleContext stage = new ExampleContext(BranchingWhatIf::words, new WhatIf())) {
            out.println("Asking " + stage.place());
            Conversation trip =
                    stage.ask(Conversation.class, CREATE, new CreateConversation("Trip to Rome", "gpt-5"), Map.of());
            Map<String, Object> in = Map.of(ChatroutesConstants.CONVERSATION_ID, Objects.requireNonNull(trip.id()));
            SendResult first = stage.ask(SendResult.class, SEND, "Plan two days in Rome.", in);
            out.println("Plan: " + first.text());
            String forkPoint = last(stage.ask(MESSAGES, null, in).getMessage().getBody(List.class));

            Try better = null;
            for (String model : MODELS) {
                Try tried = attempt(stage, in, forkPoint, model);
                out.println(model + ": " + tried.answer().text());
                better = better == null || tried.score() > better.score() ? tried : better;
            }
            Branch merged = stage.ask(
                    Branch.class,
                    "direct:keep",
                    null,
                    at(in, Objects.requireNonNull(better).branch()));
            out.println("Merged: " + merged.title());
            return merged;
        }
    }

    private static Try attempt(ExampleContext stage, Map<String, Object> in, String forkPoint, String model)
            throws Exception {
        Branch branch = stage.ask(
                Branch.class,
                "direct:fork",
                Map.of("forkPointMessageId", forkPoint, "title", "By train, says " + model),
                in);
        SendMessage question =
                SendMessage.builder("What if we went by train?").model(model).build();
        return new Try(branch, stage.ask(SendResult.class, "direct:say", question, at(in, branch)));
    }

    private static Map<String, Object> at(Map<String, Object> in, Branch branch) {
        return Map.of(
                ChatroutesConstants.CONVERSATION_ID,
                Objects.requireNonNull(in.get(ChatroutesConstants.CONVERSATION_ID)),
                ChatroutesConstants.BRANCH_ID,
                Objects.requireNonNull(branch.id()));
    }

    private static String last(List<?> messages) {
        return Objects.requireNonNull(((Message) messages.get(messages.size() - 1)).id());
    }

    /** An answer in its branch. */
    private record Try(Branch branch, SendResult answer) {
        /** The more it says the better; a real application would ask a person, or a third model. */
        int score() {
            return answer.text().length();
        }
    }

    /** The routes: the ids stand in headers. */
    private static final class WhatIf extends RouteBuilder {
        @Override
        public void configure() {
            from("direct:fork").to("chatroutes:branches/fork");
            from("direct:say").to("chatroutes:branches/send-message");
            from("direct:keep").to("chatroutes:branches/merge");
        }
    }

    private static String words(String question) {
        return question.contains("train")
                ? "Take the night train and begin at the Forum before the heat."
                : "Day one: Forum and Colosseum. Day two: the Vatican.";
    }
}
