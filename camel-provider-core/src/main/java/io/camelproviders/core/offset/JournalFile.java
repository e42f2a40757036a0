/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** The few things the log does to a file; tests put faults here. */
interface JournalFile extends Closeable {

    /** Writes all bytes at a place. */
    void write(byte[] bytes, long position) throws IOException;

    /** Returns when what was written is on the disk. */
    void force() throws IOException;

    /** Cuts the file. */
    void truncate(long length) throws IOException;

    /** Opens files to write. */
    interface Opener {

        /** Opens an existing file, or makes a new one if so asked; never through a symbolic link. */
        JournalFile open(Path path, boolean create) throws IOException;
    }

    /** The disk, as it is. */
    static JournalFile onDisk(Path path, boolean create) throws IOException {
        Set<OpenOption> options = create
                ? Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS)
                : Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileAttribute<?>[] attributes = FilePermissions.ofFile(path);
        FileChannel channel = FileChannel.open(path, options, attributes);
        return new JournalFile() {
            @Override
            public void write(byte[] bytes, long position) throws IOException {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest, position + rest.position());
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(true);
            }

            @Override
            public void truncate(long length) throws IOException {
                channel.truncate(length);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
