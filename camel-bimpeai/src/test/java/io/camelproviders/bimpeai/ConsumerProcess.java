/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * A Java process of its own with a route that notes each message in a file, durably, and may answer it; made to be killed.
 * The fake console lives in the test's process.
 */
final class ConsumerProcess {

    private final ProcessBuilder command;
    private final Path output;
    private @Nullable Process process;

    /** What the route in the process does. */
    record Plan(StreamTestSupport rig, Path directory, String options, String job, String heap) {

        Path notes() {
            return directory.resolve("handled.txt");
        }

        /** What the route noted, in order. */
        List<String> handled() throws IOException {
            if (!Files.exists(notes())) {
                return List.of();
            }
            String text = Files.readString(notes());
            // A kill may cut the last line.
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        }

        long noted() throws IOException {
            return Files.exists(notes()) ? Files.size(notes()) : 0;
        }
    }

    ConsumerProcess(Plan plan) {
        output = plan.directory().resolve("output.txt");
        command =
                ForkedJvm.java(output, List.of("-Djava.net.preferIPv4Stack=true", plan.heap()), ConsumerProcess.class);
        Map<String, String> environment = command.environment();
        environment.put("RIG_URL", plan.rig().server.baseUrl());
        environment.put("RIG_KEY", plan.rig().server.apiKey());
        environment.put("RIG_AGENT", plan.rig().agent);
        environment.put("RIG_CONVERSATION", plan.rig().conversation);
        environment.put("RIG_DIRECTORY", plan.directory().toString());
        environment.put("RIG_OPTIONS", plan.options());
        environment.put("RIG_JOB", plan.job());
    }

    ConsumerProcess start() throws IOException {
        process = command.start();
        return this;
    }

    private Process running() {
        return Objects.requireNonNull(process, "not started");
    }

    boolean alive() {
        return running().isAlive();
    }

    /** Fails with what the process printed if it has ended by itself. */
    void mustLive() throws IOException {
        if (!alive()) {
            throw new IllegalStateException("the process ended: " + output());
        }
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    void kill() throws InterruptedException {
        running().destroyForcibly();
        if (!running().waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process does not die");
        }
    }

    // ---- In the other process ----

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(given("RIG_DIRECTORY"));
        DefaultCamelContext context = new DefaultCamelContext();
        StreamTestSupport.configure(context, given("RIG_URL"), given("RIG_KEY"), given("RIG_AGENT"));
        FileChannel notes = FileChannel.open(
                directory.resolve("handled.txt"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
        Job job = new Job(notes, given("RIG_JOB"), directory);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                String uri = "bimpeai:messages/stream?conversationId=" + given("RIG_CONVERSATION") + "&offsetDirectory="
                        + directory.resolve("offsets") + given("RIG_OPTIONS");
                if (job.answers()) {
                    from(uri)
                            .routeId("child")
                            .process(job::note)
                            .setBody(simple("answer to ${body.message}"))
                            .to("bimpeai:messages/send")
                            .process(job::afterSend);
                } else {
                    from(uri).routeId("child").process(job::pause).process(job::note);
                }
            }
        });
        context.start();
        Thread.currentThread().join();
    }

    private static String given(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    /** The steps of the route. */
    private record Job(FileChannel notes, String name, Path directory, AtomicLong first) {

        Job(FileChannel notes, String name, Path directory) {
            this(notes, name, directory, new AtomicLong());
        }

        boolean answers() {
            return name.startsWith("answer");
        }

        void note(Exchange exchange) throws IOException {
            String line = StreamTestSupport.text(exchange) + "\n";
            notes.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            if (answers()) {
                notes.force(false);
            }
        }

        void afterSend(Exchange exchange) throws IOException {
            Path died = directory.resolve("died");
            if (name.equals("answer and die") && !Files.exists(died)) {
                Files.createFile(died);
                Runtime.getRuntime().halt(3);
            }
        }

        /** "slow 30": a message a second for 30 seconds from the first message on, and no pause afterwards. */
        void pause(Exchange exchange) throws InterruptedException {
            if (name.startsWith("slow ")) {
                first.compareAndSet(0, System.nanoTime());
                long slow = TimeUnit.SECONDS.toNanos(Long.parseLong(name.substring("slow ".length())));
                if (System.nanoTime() - first.get() < slow) {
                    Thread.sleep(1_000);
                }
            }
        }
    }
}
