/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A process that stores rising numbers as fast as it can and prints each one that is stored, until it is killed or nobody reads. */
final class EndlessSavesProcess {

    private static final long MOST = 50_000_000;

    private EndlessSavesProcess() {}

    /** Takes the directory and the first number. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        String padding = "p".repeat(2_000);
        try (FileOffsetStore store = FileOffsetStore.open(Path.of(args[0]), Runnable::run)) {
            for (long number = Long.parseLong(args[1]); number < MOST && !out.checkError(); number++) {
                store.save(Map.of("number", "" + number, "padding", padding + number))
                        .join();
                out.println(number);
            }
        }
    }
}
