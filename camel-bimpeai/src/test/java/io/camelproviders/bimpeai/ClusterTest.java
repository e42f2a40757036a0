/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code master:}: of several contexts one consumes; when it goes, the next one goes on from its offset. Nothing is lost.
 * camel-master stops the route under its running messages, so at most those in flight are repeated.
 */
class ClusterTest {

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final List<DefaultCamelContext> nodes = new ArrayList<>();
    private StreamTestSupport rig;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @BeforeEach
    void start() {
        rig = new StreamTestSupport(FakeBimpeaiServer.start());
    }

    @AfterEach
    void stop() {
        nodes.forEach(DefaultCamelContext::stop);
        rig.close();
    }

    private static void run(DefaultCamelContext context, Path directory, String stream, Processor work)
            throws Exception {
        FileLockClusterService cluster = new FileLockClusterService();
        cluster.setId(context.getName());
        cluster.setRoot(directory.resolve("locks").toString());
        cluster.setAcquireLockDelay(50, TimeUnit.MILLISECONDS);
        cluster.setAcquireLockInterval(50, TimeUnit.MILLISECONDS);
        context.addService(cluster);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("master:talk:" + stream + "&offsetDirectory=" + directory.resolve("offsets"))
                        .routeId("collect")
                        .process(work);
            }
        });
        context.start();
    }

    private DefaultCamelContext node(String name, String options) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getCamelContextExtension().setName(name);
        rig.configure(context);
        run(context, directory, rig.stream(options), exchange -> {
            TimeUnit.MILLISECONDS.sleep(1);
            done.add(name + ' ' + StreamTestSupport.text(exchange));
        });
        nodes.add(context);
        return context;
    }

    private long doneBy(String name) {
        synchronized (done) {
            return done.stream().filter(one -> one.startsWith(name)).count();
        }
    }

    private static List<String> texts(List<String> lines) {
        return lines.stream().map(one -> one.split(" ", 2)[1]).toList();
    }

    private List<String> texts() {
        synchronized (done) {
            return texts(done);
        }
    }

    @Test
    void goesOnFromTheOffsetOfALeaderThatStopsInTheMiddle() throws Exception {
        // given
        DefaultCamelContext first = node("one", "");
        rig.awaitOpen();
        node("two", "");
        rig.server.addMessages(rig.conversation, 2_000, "t");
        StreamTestSupport.await(() -> doneBy("one") >= 200);
        // when
        first.stop();
        StreamTestSupport.await(() -> texts().contains("t2000"));
        // then
        assertThat(new LinkedHashSet<>(texts())).containsExactlyElementsOf(StreamTestSupport.texts(1, 2_000));
        assertThat(texts().size() - 2_000).isBetween(0, 1);
        assertThat(doneBy("two")).isPositive();
        assertThat(rig.server.openStreams(rig.conversation)).isEqualTo(1);
    }

    @Test
    void goesFromLeaderToLeaderAndRepeatsAtMostTheMessagesInFlight() throws Exception {
        // given
        DefaultCamelContext leader = node("n0", "&maxInFlight=4");
        rig.awaitOpen();
        rig.server.addMessages(rig.conversation, 3_000, "t");
        int turns = 4;
        for (int turn = 1; turn <= turns; turn++) {
            String before = "n" + (turn - 1);
            DefaultCamelContext next = node("n" + turn, "&maxInFlight=4");
            StreamTestSupport.await(() -> doneBy(before) >= 100);
            // when
            leader.stop();
            leader = next;
        }
        StreamTestSupport.await(() -> new LinkedHashSet<>(texts()).size() >= 3_000);
        // then
        assertThat(new LinkedHashSet<>(texts())).containsExactlyInAnyOrderElementsOf(StreamTestSupport.texts(1, 3_000));
        assertThat(texts().size() - 3_000).isBetween(0, 4 * turns);
    }

    // ---- Leaders that are killed ----

    private Process process(String name) throws Exception {
        return ForkedJvm.java(
                        directory.resolve(name + ".log"),
                        List.of(),
                        ClusterTest.class,
                        rig.server.baseUrl(),
                        rig.server.apiKey(),
                        rig.agent,
                        rig.stream(""),
                        directory.toString(),
                        name)
                .start();
    }

    /** A node in a process of its own: it notes each message in a file. */
    public static void main(String[] given) throws Exception {
        Path directory = Path.of(given[4]);
        DefaultCamelContext context = new DefaultCamelContext();
        context.getCamelContextExtension().setName(given[5]);
        StreamTestSupport.configure(context, given[0], given[1], given[2]);
        Path notes = directory.resolve("notes");
        run(
                context,
                directory,
                given[3],
                exchange -> Files.writeString(
                        notes,
                        given[5] + ' ' + StreamTestSupport.text(exchange) + '\n',
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND));
        Thread.currentThread().join();
    }

    private List<String> notes() throws Exception {
        Path notes = directory.resolve("notes");
        return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
    }

    private void await(List<Process> alive, java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .failFast("a node ended by itself", () -> alive.stream().noneMatch(Process::isAlive))
                .until(condition);
    }

    @Test
    void goesOnFromTheOffsetOfALeaderThatIsKilled() throws Exception {
        List<Process> alive = new ArrayList<>();
        try {
            // given
            Process leader = process("p0");
            alive.add(leader);
            await(alive, () -> rig.server.openStreams() > 0);
            Process second = process("p1");
            alive.add(second);
            rig.server.addMessages(rig.conversation, 2_000, "t");
            await(alive, () -> notes().size() >= 50);
            // when
            leader.destroyForcibly().waitFor();
            await(alive, () -> notes().stream().anyMatch(line -> line.startsWith("p1")));
            rig.server.addMessages(rig.conversation, 1, "last");
            await(alive, () -> texts(notes()).contains("last1"));
            // then
            List<String> texts = texts(notes());
            List<String> expected = new ArrayList<>(StreamTestSupport.texts(1, 2_000));
            expected.add("last1");
            assertThat(new LinkedHashSet<>(texts)).containsExactlyElementsOf(expected);
            assertThat(texts.size() - expected.size()).isBetween(0, 1);
        } finally {
            for (Process process : alive) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
