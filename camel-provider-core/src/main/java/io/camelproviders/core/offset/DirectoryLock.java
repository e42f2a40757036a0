/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a directory to one store. The set of this process's directories comes first, because closing a second channel on
 * the lock file would release the lock of the first one on POSIX systems.
 */
final class DirectoryLock implements Closeable {

    static final String NAME = "offsets.lock";

    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Takes a directory.
     *
     * @param directory its real path
     * @throws OffsetStoreException if a store of this or another process has it
     */
    static DirectoryLock take(Path directory) throws IOException {
        if (!TAKEN.add(directory)) {
            throw inUse(directory, "this process");
        }
        try {
            return new DirectoryLock(directory, locked(directory));
        } catch (IOException | RuntimeException e) {
            TAKEN.remove(directory);
            throw e;
        }
    }

    private static FileChannel locked(Path directory) throws IOException {
        Path path = directory.resolve(NAME);
        Set<OpenOption> options =
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, LinkOption.NOFOLLOW_LINKS);
        FileChannel channel = FileChannel.open(path, options, FilePermissions.ofFile(path));
        try {
            if (lock(channel) == null) {
                throw inUse(directory, "another process");
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another class loader of this process has it; to the user that is the same as another process.
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            TAKEN.remove(directory);
        }
    }

    private static OffsetStoreException inUse(Path directory, String whose) {
        return new OffsetStoreException("the offset directory " + directory + " is in use by a store of " + whose
                + "; give each its own directory, or share one store");
    }
}
