/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class FileOffsetStoreTest {

    private static final Executor HERE = Runnable::run;

    private final Path directory;

    FileOffsetStoreTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void findsAgainWhatWasStoredLast() {
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            store.save(Map.of("a", "1")).join();
            store.save(Map.of("a", "2", "b", "x")).join();
            assertThat(store.load("a").join()).contains("2");
        }

        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            assertThat(store.load("a").join()).contains("2");
            assertThat(store.load("b").join()).contains("x");
            assertThat(store.load("c").join()).isEmpty();
            assertThat(store.repaired()).isZero();
            assertThat(store.durable()).isTrue();
            assertThat(store.describe()).contains("offsets.log");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "../../etc/passwd",
                "a=b\nc=d",
                "\u001e00000000 x\n",
                "a b",
                "\\",
                "\\0041",
                "\0",
                "\ud800",
                "\u20ac\ud83d\ude00\u2028"
            })
    void takesAnyStringAsKeyAndValue(String text) {
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            store.save(Map.of(text, "v", "k", text)).join();
        }

        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            assertThat(store.load(text).join()).contains("v");
            assertThat(store.load("k").join()).contains(text);
        }
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("offsets.log", "offsets.lock");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void keepsItsFilesFromOthers() throws IOException {
        Path made = directory.resolve("deep/er");
        FileOffsetStore.open(made, HERE).close();
        Files.setPosixFilePermissions(made.resolve("offsets.log"), PosixFilePermissions.fromString("rw-rw-rw-"));

        FileOffsetStore.open(made, HERE).close();

        assertThat(permissions(made)).isEqualTo("rwx------");
        assertThat(permissions(made.resolve("offsets.log"))).isEqualTo("rw-------");
        assertThat(permissions(made.resolve("offsets.lock"))).isEqualTo("rw-------");
    }

    @Test
    void refusesADirectoryThatAStoreOfThisProcessHas() throws IOException {
        Path link =
                Files.createSymbolicLink(directory.resolve("link"), Files.createDirectory(directory.resolve("real")));
        FileOffsetStore store = FileOffsetStore.open(directory.resolve("real"), HERE);

        assertThatThrownBy(() -> FileOffsetStore.open(link, HERE))
                .isInstanceOf(OffsetStoreException.class)
                .hasMessageContaining("in use");
        store.close();
        FileOffsetStore.open(link, HERE).close();
    }

    @Test
    void refusesASymbolicLinkAsFile() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "precious");
        Files.createSymbolicLink(directory.resolve("offsets.log"), target);

        assertThatThrownBy(() -> FileOffsetStore.open(directory, HERE))
                .isInstanceOf(OffsetStoreException.class)
                .hasMessageContaining("symbolic link");
        assertThat(target).hasContent("precious");
    }

    @Test
    void doesNotFollowASymbolicLinkAsLockFile() throws IOException {
        Path target = directory.resolve("target");
        Files.createSymbolicLink(directory.resolve("offsets.lock"), target);

        assertThatThrownBy(() -> FileOffsetStore.open(directory, HERE)).isInstanceOf(OffsetStoreException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void saysWhatToDoAboutADirectoryThatCannotBe() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");

        assertThatThrownBy(() -> FileOffsetStore.open(file, HERE))
                .isInstanceOf(OffsetStoreException.class)
                .hasMessageContaining("give a directory");
        assertThatThrownBy(() -> FileOffsetStore.open(file.resolve("below"), HERE))
                .isInstanceOf(OffsetStoreException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void writesSavesThatWaitTogetherWithOneForce() throws Exception {
        FaultyDisk disk = new FaultyDisk();
        ExecutorService executor = Executors.newFixedThreadPool(4);
        CountDownLatch inForce = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (FileOffsetStore store = FileOffsetStore.open(directory, executor, disk)) {
            int before = disk.forces.get();
            disk.beforeForce = () -> await(inForce, goOn);
            CompletableFuture<Void> first = store.save(Map.of("k", "0"));
            assertThat(inForce.await(60, TimeUnit.SECONDS)).isTrue();
            List<CompletableFuture<Void>> saves = new ArrayList<>();
            for (int i = 1; i <= 500; i++) {
                saves.add(store.save(Map.of("k", "" + i, "k" + i, "v")));
            }
            assertThat(first).isNotDone();
            assertThat(store.load("k").join()).isEmpty();
            goOn.countDown();

            CompletableFuture.allOf(saves.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);

            assertThat(disk.forces.get() - before).isEqualTo(2);
            assertThat(store.load("k").join()).contains("500");
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void closesAfterWhatWaitsIsStoredAlsoWhenTheExecutorNeverRuns() {
        FileOffsetStore store = FileOffsetStore.open(directory, task -> {});
        CompletableFuture<Void> save = store.save(Map.of("a", "1"));
        assertThat(save).isNotDone();

        store.close();
        store.close();

        assertThat(save).isCompleted();
        assertThat(store.save(Map.of("a", "2"))).isCompletedExceptionally();
        assertThat(store.load("a")).isCompletedExceptionally();
        try (FileOffsetStore again = FileOffsetStore.open(directory, HERE)) {
            assertThat(again.load("a").join()).contains("1");
        }
    }

    @Test
    void mayBeClosedBySomebodyWhoWaitedForASave() {
        FileOffsetStore store = FileOffsetStore.open(directory, HERE);

        CompletableFuture<Void> closed = store.save(Map.of("a", "1")).thenRun(store::close);

        assertThat(closed).isCompleted();
    }

    @Test
    void failsVisiblyWhenTheExecutorTakesNoWork() {
        List<Boolean> accepts = new ArrayList<>(List.of(false, true));
        Executor executor = task -> {
            if (!accepts.remove(0)) {
                throw new RejectedExecutionException("shut down");
            }
            task.run();
        };
        try (FileOffsetStore store = FileOffsetStore.open(directory, executor)) {
            assertThat(store.save(Map.of("a", "1")))
                    .failsWithin(1, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("executor");

            assertThat(store.save(Map.of("a", "2"))).isCompleted();
        }
    }

    @Test
    void storesAlsoOnAnInterruptedThreadAndKeepsTheInterrupt() {
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            Thread.currentThread().interrupt();

            CompletableFuture<Void> save = store.save(Map.of("a", "1"));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(save).isCompleted();
            assertThat(store.save(Map.of("a", "2"))).isCompleted();
        }
    }

    @Test
    void staysSmallOverManySaves() throws IOException {
        String value = "v".repeat(50_000);
        Map<String, String> last = new LinkedHashMap<>();
        FaultyDisk disk = new FaultyDisk();
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE, disk)) {
            for (int i = 0; i < 200; i++) {
                last.put("k" + i % 3, value + i);
                store.save(Map.of("k" + i % 3, value + i)).join();
                assertThat(Files.size(directory.resolve("offsets.log"))).isLessThan(2 << 20);
            }
            assertThat(store.repaired()).isZero();
        }

        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            last.forEach((key, expected) -> assertThat(store.load(key).join()).contains(expected));
        }
        assertThat(disk.opened.get()).as("files written by compaction").isBetween(5, 20);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void await(CountDownLatch here, CountDownLatch goOn) {
        here.countDown();
        try {
            assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
