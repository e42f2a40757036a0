/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The fake as a program: an agent with conversations in which customers speak by turns.
 *
 * <p>Arguments, all optional: port (free one), conversations (3), seconds between two messages (5).
 */
public final class FakeBimpeaiMain {

    private static final List<String> LINES = List.of(
            "Hello, are you open on Sunday?",
            "Where is my order?",
            "Do you ship to Łódź? 🙂",
            "Can I pay by card?",
            "Thank you!");

    private FakeBimpeaiMain() {}

    /** Runs until the process is ended. */
    public static void main(String[] args) throws InterruptedException {
        int port = number(args, 0, 0);
        int count = Math.max(1, number(args, 1, 3));
        Duration pause = Duration.ofSeconds(number(args, 2, 5));
        try (FakeBimpeaiServer fake = FakeBimpeaiServer.start(port)) {
            String agentId = fake.addAgent();
            List<String> conversations = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                conversations.add(fake.addConversation(agentId));
            }
            System.out.println("Fake BimpeAI Agent Console, state in memory, end with Ctrl+C");
            System.out.println("  base URL       " + fake.uri());
            System.out.println("  API key        " + fake.apiKey());
            System.out.println("  agent          " + agentId);
            System.out.println("  conversations  " + String.join(" ", conversations));
            speak(fake, agentId, conversations, pause, 0);
            new CountDownLatch(1).await();
        }
    }

    private static void speak(
            FakeBimpeaiServer fake, String agentId, List<String> conversations, Duration pause, int turn) {
        fake.server().after(pause, () -> {
            String conversation = conversations.get(turn % conversations.size());
            String line = LINES.get(turn % LINES.size());
            fake.customerSays(agentId, conversation, line);
            System.out.println(conversation + " customer: " + line);
            speak(fake, agentId, conversations, pause, turn + 1);
        });
    }

    private static int number(String[] args, int index, int byDefault) {
        return args.length > index ? Integer.parseInt(args[index]) : byDefault;
    }
}
