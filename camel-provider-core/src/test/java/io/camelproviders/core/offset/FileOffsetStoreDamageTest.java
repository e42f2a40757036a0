/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOffsetStoreDamageTest {

    private static final Executor HERE = Runnable::run;

    private final Path directory;
    private final Path log;

    FileOffsetStoreDamageTest(@TempDir Path directory) {
        this.directory = directory;
        this.log = directory.resolve("offsets.log");
    }

    @Test
    void opensALogCutAtAnyByteWithItsLastWholeRecord() throws IOException {
        NavigableMap<Integer, String> ends = writeRecords(5);
        byte[] whole = Files.readAllBytes(log);

        for (int length = 0; length <= whole.length; length++) {
            Files.write(log, Arrays.copyOf(whole, length));
            Map.Entry<Integer, String> last = ends.floorEntry(length);
            try (FileOffsetStore store = open()) {
                assertThat(store.load("k").join().orElse("none"))
                        .as("cut at %s", length)
                        .isEqualTo(last == null ? "none" : last.getValue());
                assertThat(store.repaired()).isEqualTo(length - (last == null ? 0 : last.getKey()));
                store.save(Map.of("k", "after")).join();
            }
            try (FileOffsetStore store = open()) {
                assertThat(store.load("k").join()).contains("after");
                assertThat(store.repaired()).isZero();
            }
        }
    }

    @Test
    void refusesEveryFlippedBitButThoseOfTheLastRecord() throws IOException {
        NavigableMap<Integer, String> ends = writeRecords(4);
        byte[] whole = Files.readAllBytes(log);
        int lastBegins = ends.lowerKey(whole.length);
        int checked = 0;

        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) (1 << bit);
                Files.write(log, damaged);
                if (at < lastBegins) {
                    assertThatThrownBy(this::open)
                            .as("bit %s of byte %s", bit, at)
                            .isInstanceOf(OffsetStoreException.class)
                            .hasMessageContaining("offsets.log")
                            .hasMessageContaining("damaged at offset");
                    assertThat(log).hasBinaryContent(damaged);
                } else {
                    try (FileOffsetStore store = open()) {
                        assertThat(store.repaired()).isEqualTo(whole.length - lastBegins);
                    }
                }
                checked++;
            }
        }
        assertThat(checked).isEqualTo(whole.length * 8);
    }

    @Test
    void cutsOffGarbageAndZerosAtTheEnd() throws IOException {
        writeRecords(3);
        byte[] whole = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(whole, whole.length + 5_000));

        try (FileOffsetStore store = open()) {
            assertThat(store.load("k").join()).contains("v2");
            assertThat(store.repaired()).isEqualTo(5_000);
        }
        assertThat(log).hasBinaryContent(whole);
    }

    @Test
    void isNotDeceivedByARecordInsideATornValue() throws IOException {
        writeRecords(2);
        byte[] whole = Files.readAllBytes(log);
        String fake = new String(JournalRecord.entries(Map.of("k", "evil")), StandardCharsets.US_ASCII);
        byte[] record = JournalRecord.entries(Map.of("k", fake + fake));
        byte[] torn = Arrays.copyOf(whole, whole.length + record.length - 1);
        System.arraycopy(record, 0, torn, whole.length, record.length - 1);
        Files.write(log, torn);

        try (FileOffsetStore store = open()) {
            assertThat(store.load("k").join()).contains("v1");
        }
    }

    @Test
    void neverTakesADamagedSnapshotForATornWrite() throws IOException {
        String value = "v".repeat(300_000);
        try (FileOffsetStore store = open()) {
            for (int i = 0; i < 4; i++) {
                store.save(Map.of("k", value + i)).join();
            }
        }
        byte[] whole = Files.readAllBytes(log);
        assertThat(whole.length).as("compacted").isLessThan(400_000);

        for (int length : new int[] {60, 1_000, whole.length - 1}) {
            Files.write(log, Arrays.copyOf(whole, length));
            assertThatThrownBy(this::open)
                    .isInstanceOf(OffsetStoreException.class)
                    .hasMessageContaining("damaged at offset");
        }
    }

    @Test
    void leavesAnotherProgramsFileAlone() throws IOException {
        Files.writeString(log, "# my own notes\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(OffsetStoreException.class)
                .hasMessageContaining("another program's file");
        assertThat(log).hasContent("# my own notes\n");
    }

    @Test
    void storesNothingOnAFullDiskAndGoesOnWhenThereIsRoom() {
        FaultyDisk disk = new FaultyDisk();
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE, disk)) {
            store.save(Map.of("k", "1")).join();
            for (int room = 0; room < 20; room++) {
                disk.room = room;
                assertThat(store.save(Map.of("k", "lost", "l", "lost")))
                        .failsWithin(1, TimeUnit.SECONDS)
                        .withThrowableThat()
                        .withMessageContaining("No space left on device")
                        .withMessageContaining("free space");
                assertThat(store.load("k").join()).contains("1");
            }
            disk.room = Integer.MAX_VALUE;

            store.save(Map.of("m", "2")).join();
        }

        try (FileOffsetStore store = open()) {
            assertThat(store.load("k").join()).contains("1");
            assertThat(store.load("l").join()).isEmpty();
            assertThat(store.load("m").join()).contains("2");
            assertThat(store.repaired()).isZero();
        }
    }

    @Test
    void takesBackWhatCouldNotBeForced() {
        FaultyDisk disk = new FaultyDisk();
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE, disk)) {
            store.save(Map.of("k", "1")).join();
            disk.forceFails = true;
            assertThat(store.save(Map.of("k", "2"))).isCompletedExceptionally();
            disk.openFails = true;
            assertThat(store.save(Map.of("k", "3"))).isCompletedExceptionally();
            disk.forceFails = false;
            disk.openFails = false;

            store.save(Map.of("l", "4")).join();
            assertThat(store.load("k").join()).contains("1");
        }

        try (FileOffsetStore store = open()) {
            assertThat(store.load("k").join()).contains("1");
            assertThat(store.load("l").join()).contains("4");
        }
    }

    @Test
    void writesTheFileAnewWhenSomebodyRemovedIt() throws IOException {
        try (FileOffsetStore store = open()) {
            store.save(Map.of("k", "1")).join();
            Files.delete(log);

            store.save(Map.of("l", "2")).join();
        }

        try (FileOffsetStore store = open()) {
            assertThat(store.load("k").join()).contains("1");
            assertThat(store.load("l").join()).contains("2");
        }
    }

    @Test
    void keepsStoringWhileCompactionFails() {
        FaultyDisk disk = new FaultyDisk();
        String value = "v".repeat(300_000);
        try (FileOffsetStore store = FileOffsetStore.open(directory, HERE, disk)) {
            disk.openFails = true;
            for (int i = 0; i < 10; i++) {
                store.save(Map.of("k", value + i)).join();
            }
            assertThat(log.toFile().length()).isGreaterThan(3_000_000);
            disk.openFails = false;
            for (int i = 10; i < 30; i++) {
                store.save(Map.of("k", value + i)).join();
            }
            assertThat(log.toFile().length()).isLessThan(2_000_000);
        }

        try (FileOffsetStore store = open()) {
            assertThat(store.load("k").join()).contains(value + 29);
        }
    }

    /** Writes records of one key; returns where each ends, with the value it leaves. */
    private NavigableMap<Integer, String> writeRecords(int count) throws IOException {
        NavigableMap<Integer, String> ends = new TreeMap<>();
        try (FileOffsetStore store = open()) {
            ends.put((int) Files.size(log), "none");
            for (int i = 0; i < count; i++) {
                Map<String, String> entries = new LinkedHashMap<>();
                entries.put("k", "v" + i);
                entries.put("other", "\u20ac" + i);
                store.save(entries).join();
                ends.put((int) Files.size(log), "v" + i);
            }
        }
        return ends;
    }

    private FileOffsetStore open() {
        return FileOffsetStore.open(directory, HERE);
    }
}
