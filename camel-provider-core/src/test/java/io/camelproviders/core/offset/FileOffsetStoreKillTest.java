/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class FileOffsetStoreKillTest {

    private static final int KILLS = 6;

    private final Path directory;

    FileOffsetStoreKillTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void losesNothingThatWasAcknowledgedWhenTheProcessIsKilled() throws Exception {
        Random random = new Random(42);
        long stored = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(stored);
            try (BufferedReader acknowledged = process.inputReader(StandardCharsets.US_ASCII)) {
                long last = read(acknowledged, 50 + random.nextInt(1_500), stored);
                assertThatThrownBy(() -> FileOffsetStore.open(directory, Runnable::run))
                        .isInstanceOf(OffsetStoreException.class)
                        .hasMessageContaining("another process");
                // Through the handle, which leaves the pipe open: what was acknowledged until now is still to be read.
                process.toHandle().destroyForcibly();
                last = read(acknowledged, Integer.MAX_VALUE, last);
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

                stored = reopened();

                assertThat(stored).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(last + 1);
            } finally {
                process.destroyForcibly();
            }
        }
        assertThat(stored).isGreaterThan(KILLS * 50L);
    }

    private Process start(long from) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessSavesProcess.class.getName(),
                        directory.toString(),
                        Long.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private long reopened() {
        try (FileOffsetStore store = FileOffsetStore.open(directory, Runnable::run)) {
            long number = Long.parseLong(store.load("number").join().orElseThrow());
            assertThat(store.load("padding").join().orElseThrow()).endsWith("p" + number);
            return number;
        }
    }

    /** Reads acknowledgements; a last line without its end was cut by the kill and is none. */
    private static long read(BufferedReader acknowledged, int count, long before) throws IOException {
        long last = before;
        for (int i = 0; i < count; i++) {
            String line = line(acknowledged);
            if (line == null) {
                return last;
            }
            last = Long.parseLong(line);
        }
        return last;
    }

    private static @Nullable String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                return line.toString();
            }
            line.append((char) c);
        }
        return null;
    }
}
