/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What happens when a store loses its directory or runs out of memory, and what several owners pin. */
@Timeout(120)
class OffsetOwnershipTest {

    private static final Executor HERE = Runnable::run;

    private final Path directory;

    OffsetOwnershipTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static void assertFenced(CompletableFuture<?> save) {
        assertThatThrownBy(save::join)
                .cause()
                .isInstanceOf(OffsetStoreException.Fenced.class)
                .hasMessageContaining("offsets.lock");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aReplacedLockFileFencesTheStoreForGood() throws IOException {
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            store.save(Map.of("a", "1")).join();
            Path other = Files.writeString(directory.resolve("other"), "");
            Files.move(other, directory.resolve("offsets.lock"), StandardCopyOption.REPLACE_EXISTING);

            assertFenced(store.save(Map.of("a", "2")));
            assertFenced(store.save(Map.of("a", "3")));
            assertFenced(store.putIfAbsent("b", "1"));
            assertThat(store.load("a").join()).contains("1");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDeletedLockFileIsLockedAgainWhileNobodyElseWrote() throws IOException {
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            store.save(Map.of("a", "1")).join();
            Files.delete(directory.resolve("offsets.lock"));

            store.save(Map.of("a", "2")).join();

            assertThat(directory.resolve("offsets.lock")).exists();
            store.save(Map.of("a", "3")).join();
        }
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            assertThat(store.load("a").join()).contains("3");
        }
    }

    @Test
    void aDeletedLockFileFencesTheStoreOnceSomebodyElseWrote() throws IOException {
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            store.save(Map.of("a", "1")).join();
            Files.delete(directory.resolve("offsets.lock"));
            Files.writeString(directory.resolve("offsets.log"), "more", StandardOpenOption.APPEND);

            assertFenced(store.save(Map.of("a", "2")));
            assertThat(directory.resolve("offsets.log")).content().endsWith("more");
        }
    }

    @Test
    void anErrorInAWriteIsANamedFailureAndTheNextSaveWorks() {
        FaultyDisk disk = new FaultyDisk();
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE, disk)) {
            disk.beforeForce = () -> {
                throw new OutOfMemoryError("injected");
            };

            assertThatThrownBy(store.save(Map.of("a", "1"))::join)
                    .cause()
                    .isInstanceOf(OffsetStoreException.class)
                    .hasMessageContaining("OutOfMemoryError: injected")
                    .hasMessageContaining("the next save tries again");
            disk.beforeForce = () -> {};
            store.save(Map.of("a", "2")).join();
        }
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            assertThat(store.load("a").join()).contains("2");
        }
    }

    @Test
    void anErrorInTheExecutorIsANamedFailureAndTheNextSaveWorks() {
        AtomicInteger errors = new AtomicInteger(1);
        Executor poor = work -> {
            if (errors.getAndDecrement() > 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            work.run();
        };
        try (FileOffsetStore store = FileOffsetStore.open(directory, poor)) {
            assertThatThrownBy(store.save(Map.of("a", "1"))::join)
                    .cause()
                    .isInstanceOf(OffsetStoreException.class)
                    .hasMessageContaining("unable to create native thread");
            store.save(Map.of("a", "2")).join();
            assertThat(store.load("a").join()).contains("2");
        }
    }

    @Test
    void aPinIsStoredOnceHoweverManyAskAtOnce() {
        List<Runnable> work = new ArrayList<>();
        try (FileOffsetStore store = FileOffsetStore.open(directory, work::add)) {
            // when
            CompletableFuture<String> first = store.putIfAbsent("pin", "1");
            CompletableFuture<String> second = store.putIfAbsent("pin", "2");
            work.forEach(Runnable::run);

            // then
            assertThat(first).isCompletedWithValue("1");
            assertThat(second).isCompletedWithValue("1");
            assertThat(store.putIfAbsent("pin", "3")).isCompletedWithValue("1");
            assertThat(store.load("pin").join()).contains("1");
        }
    }

    @Test
    void memoryPinsOnceToo() {
        MemoryOffsetStore store = new MemoryOffsetStore();

        assertThat(store.putIfAbsent("pin", "1")).isCompletedWithValue("1");
        assertThat(store.putIfAbsent("pin", "2")).isCompletedWithValue("1");
    }

    @Test
    void aTornRecordIsTold() throws IOException {
        FileOffsetStore.open(directory, HERE).close();
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            assertThat(store.warning()).isEmpty();
            store.save(Map.of("a", "1")).join();
        }
        Files.writeString(directory.resolve("offsets.log"), "\u001e0000", StandardOpenOption.APPEND);

        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE)) {
            assertThat(store.warning()).hasValueSatisfying(text -> assertThat(text)
                    .contains("the last 5 bytes of")
                    .contains("offsets.log")
                    .contains("may be delivered again"));
            assertThat(store.load("a").join()).contains("1");
        }
    }
}
