/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** The disk, with faults on demand and a count of forces. */
final class FaultyDisk implements JournalFile.Opener {

    final AtomicInteger forces = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();

    /** Bytes that still fit. */
    volatile int room = Integer.MAX_VALUE;

    volatile boolean forceFails;
    volatile boolean openFails;
    /** Runs before each force. */
    volatile Runnable beforeForce = () -> {};

    @Override
    public JournalFile open(Path path, boolean create) throws IOException {
        if (openFails) {
            throw new IOException("Read-only file system");
        }
        opened.incrementAndGet();
        JournalFile disk = JournalFile.onDisk(path, create);
        return new JournalFile() {
            @Override
            public void write(byte[] bytes, long position) throws IOException {
                int fits = Math.min(room, bytes.length);
                disk.write(Arrays.copyOf(bytes, fits), position);
                if (fits < bytes.length) {
                    throw new IOException("No space left on device");
                }
            }

            @Override
            public void force() throws IOException {
                beforeForce.run();
                if (forceFails) {
                    throw new IOException("Input/output error");
                }
                forces.incrementAndGet();
                disk.force();
            }

            @Override
            public void truncate(long length) throws IOException {
                disk.truncate(length);
            }

            @Override
            public void close() throws IOException {
                disk.close();
            }
        };
    }
}
