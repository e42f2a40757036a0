/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An offset directory that fails: nothing is lost, everybody sees it, and it goes on when it is mended. */
class OffsetDirectoryTest {

    private StreamTestSupport rig;
    private @Nullable Path mounted;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @BeforeEach
    void start() {
        rig = new StreamTestSupport(FakeBimpeaiServer.start());
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        if (mounted != null) {
            run("umount", "-l", mounted.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** A disk of its own; the test is skipped where the user may not mount one. */
    private Path disk(String size) throws Exception {
        Path place = Files.createDirectory(directory.resolve("disk"));
        boolean done;
        try {
            done = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", place.toString());
        } catch (IOException e) {
            done = false;
        }
        assumeThat(done).as("a small file system can be mounted here").isTrue();
        mounted = place;
        return place;
    }

    private void running(Path offsets) throws Exception {
        rig.collect(rig.watched("&offsetDirectory=" + offsets)).start();
        rig.awaitOpen();
        rig.say(1, 3);
        rig.awaitTexts(3);
        StreamTestSupport.await(() -> id(3).equals(rig.status().committed()));
    }

    private String id(int number) {
        return rig.server.messages(rig.conversation).get(number - 1).id();
    }

    private void awaitTrouble() {
        StreamTestSupport.await(() -> rig.health() == HealthCheck.State.DOWN);
        assertThat(rig.status().trouble())
                .contains("the offset cannot be stored")
                .contains("the next save tries again");
        StreamTestSupport.await(() -> !rig.reported.isEmpty());
    }

    /** After the cure all is delivered once, and a new process goes on behind it. */
    private void awaitCure(Path offsets, int last) throws Exception {
        rig.awaitTexts(last);
        StreamTestSupport.await(() -> rig.health() == HealthCheck.State.UP
                && id(last).equals(rig.status().committed()));
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, last));
        rig.context.stop();
        rig.say(last + 1, last + 2);
        DefaultCamelContext next = new DefaultCamelContext();
        try {
            rig.configure(next);
            next.addRoutes(new org.apache.camel.builder.RouteBuilder() {
                @Override
                public void configure() {
                    from(rig.stream("&offsetDirectory=" + offsets)).process(rig::collect);
                }
            });
            next.start();
            rig.awaitTexts(last + 2);
        } finally {
            next.stop();
        }
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, last + 2));
    }

    @Test
    void survivesThatAFileTakesThePlaceOfTheDirectory() throws Exception {
        // given
        Path offsets = directory.resolve("offsets");
        running(offsets);
        // when
        Files.move(offsets, directory.resolve("away"));
        Files.writeString(offsets, "a file");
        rig.say(4, 10);
        awaitTrouble();
        // then
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 4));
        assertThat(rig.status().committed()).isEqualTo(id(3));
        Files.delete(offsets);
        Files.createDirectory(offsets);
        awaitCure(offsets, 10);
    }

    @Test
    void survivesThatTheDirectoryIsGone() throws Exception {
        // given
        Path offsets = directory.resolve("offsets");
        running(offsets);
        // when
        Files.move(offsets, directory.resolve("away"));
        rig.say(4, 10);
        awaitTrouble();
        Files.move(directory.resolve("away"), offsets);
        // then
        awaitCure(offsets, 10);
    }

    @Test
    void survivesThatTheDiskBecomesReadOnly() throws Exception {
        // given
        Path disk = disk("1m");
        running(disk.resolve("offsets"));
        // when: the open file would keep a disk from becoming so, thus its directory goes first
        Path log = disk.resolve("offsets/offsets.log");
        Files.delete(log);
        boolean done = run("chattr", "+i", disk.resolve("offsets").toString())
                || run("mount", "-o", "remount,ro", disk.toString());
        assumeThat(done).as("a directory can be made read-only here").isTrue();
        rig.say(4, 10);
        awaitTrouble();
        // then
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 4));
        assertThat(run("chattr", "-i", disk.resolve("offsets").toString())
                        || run("mount", "-o", "remount,rw", disk.toString()))
                .isTrue();
        awaitCure(disk.resolve("offsets"), 10);
    }

    @Test
    void survivesAFullDisk() throws Exception {
        // given
        Path disk = disk("128k");
        running(disk.resolve("offsets"));
        // when
        Path rubbish = disk.resolve("rubbish");
        assertThat(catchThrowable(() -> Files.write(rubbish, new byte[1 << 20])))
                .isInstanceOf(IOException.class);
        int last = 400;
        rig.say(4, last);
        awaitTrouble();
        // then: the last page of the file still took some
        assertThat(rig.texts).hasSizeLessThan(last).isEqualTo(StreamTestSupport.texts(1, rig.texts.size()));
        Files.delete(rubbish);
        awaitCure(disk.resolve("offsets"), last);
    }

    @Test
    void doesNotStartOnADirectoryThatCannotBeAndSaysWhatToDo() throws Exception {
        // given
        Path file = Files.writeString(directory.resolve("file"), "a file");
        rig.collect(rig.stream("&offsetDirectory=" + file.resolve("offsets")));
        // when
        Throwable failure = catchThrowable(() -> rig.context.start());
        // then
        assertThat(failure).isNotNull();
        assertThat(LogCapture.chain(failure))
                .contains("offset directory")
                .contains("give a directory that this process may create, read and write");
        assertThat(rig.asked("/stream")).isZero();
        assertThat(rig.asked("/stream-ticket")).isZero();
    }
}
