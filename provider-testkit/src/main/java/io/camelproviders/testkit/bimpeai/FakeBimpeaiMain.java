/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import io.camelproviders.testkit.FakeProvidersMain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a fake BimpeAI until the process is ended: an agent with conversations in which customers write by turns.
 *
 * <p>Arguments, all optional: the port (8082), the number of conversations (3), the seconds between two messages (5).
 */
public final class FakeBimpeaiMain {

    private static final List<String> LINES = List.of(
            "Hello, are you open on Sunday?",
            "Where is my order?",
            "Do you ship to Łódź? 🙂",
            "Can I pay by card?",
            "Thank you!");

    private FakeBimpeaiMain() {}

    /** Starts the server. */
    public static void main(String[] args) throws InterruptedException {
        FakeBimpeaiServer server = FakeBimpeaiServer.start(FakeProvidersMain.port(args, 8082));
        addConversations(server, number(args, 1, 3), number(args, 2, 5));
        FakeProvidersMain.run(server);
    }

    private static int number(String[] args, int index, int byDefault) {
        return args.length > index ? Integer.parseInt(args[index]) : byDefault;
    }

    /** Adds an agent with so many conversations, in which customers write by turns, and prints their ids. */
    public static void addConversations(FakeBimpeaiServer server, int count, int seconds) {
        String agentId = server.addAgent();
        List<String> conversations = new ArrayList<>();
        for (int i = 0; i < Math.max(1, count); i++) {
            conversations.add(server.addConversation(agentId));
        }
        System.out.println("BimpeAI agent " + agentId + ", conversations " + String.join(" ", conversations));
        write(server, conversations, Duration.ofSeconds(seconds), 0);
    }

    private static void write(FakeBimpeaiServer server, List<String> conversations, Duration pause, int turn) {
        server.loopback().after(pause, () -> {
            String conversation = conversations.get(turn % conversations.size());
            String line = LINES.get(turn % LINES.size());
            server.addMessage(conversation, "customer", line);
            System.out.println(conversation + " customer: " + line);
            write(server, conversations, pause, turn + 1);
        });
    }
}
