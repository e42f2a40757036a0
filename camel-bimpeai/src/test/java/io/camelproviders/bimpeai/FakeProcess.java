/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The fake console in a process of its own, so that a test's heap holds the consumer alone. One command a line, one answer
 * a line.
 */
final class FakeProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter commands;
    final String url;
    final String key;
    final String agent;

    FakeProcess(int conversations) throws IOException {
        process = ForkedJvm.java(
                        System.getProperty("java.class.path"),
                        List.of("-Xmx1500m"),
                        FakeProcess.class,
                        Integer.toString(conversations))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        commands = process.outputWriter(StandardCharsets.UTF_8);
        String[] told = read().split(" ", -1);
        url = told[0];
        key = told[1];
        agent = told[2];
    }

    private String read() throws IOException {
        return Objects.requireNonNull(answers.readLine(), "the fake's process has ended");
    }

    private String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        return read();
    }

    /** So many messages in each conversation, {@code <prefix>1} and so on. */
    void burst(int count, String prefix) throws IOException {
        ask("burst " + count + " " + prefix);
    }

    void closeEachStreamAfter(int messages) throws IOException {
        ask("close " + messages);
    }

    int openStreams() throws IOException {
        return Integer.parseInt(ask("streams"));
    }

    int openConnections() throws IOException {
        return Integer.parseInt(ask("connections"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    // ---- In the other process ----

    public static void main(String[] given) throws IOException {
        try (FakeBimpeaiServer server = FakeBimpeaiServer.start();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            server.journal().keepLast(100);
            String agent = server.addAgent();
            List<String> ids = Stream.generate(() -> server.addConversation(agent))
                    .limit(Integer.parseInt(given[0]))
                    .toList();
            System.out.println(server.baseUrl() + " " + server.apiKey() + " " + agent);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(obey(server, ids, line.split(" ", -1)));
            }
        }
    }

    private static String obey(FakeBimpeaiServer server, List<String> ids, String[] command) {
        return switch (command[0]) {
            case "burst" -> {
                ids.forEach(id -> server.addMessages(id, Integer.parseInt(command[1]), command[2]));
                yield "done";
            }
            case "close" -> {
                server.faults().always(Fault.closeAfter(Integer.parseInt(command[1])));
                server.dropConnections();
                yield "done";
            }
            case "streams" -> Integer.toString(server.openStreams());
            case "connections" -> Integer.toString(server.loopback().openConnections());
            default -> "unknown";
        };
    }
}
