/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
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
    private FileChannel channel;
    private @Nullable Object identity;
    private boolean lost;

    private DirectoryLock(Path directory, FileChannel channel, @Nullable Object identity) {
        this.directory = directory;
        this.channel = channel;
        this.identity = identity;
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
            FileChannel channel = locked(directory);
            return new DirectoryLock(directory, channel, identity(directory.resolve(NAME)));
        } catch (IOException | RuntimeException e) {
            TAKEN.remove(directory);
            throw e;
        }
    }

    /**
     * Checks that the lock file is still the one that this store locked, since a process that finds it gone or replaced
     * can lock the directory too. A deleted lock file is made and locked again while the journal shows that nobody else
     * has written.
     *
     * @param unchanged whether the journal is as this store left it
     * @throws OffsetStoreException.Fenced if another process has, or may have, taken the directory over; from then on
     *     always
     */
    void requireOwned(boolean unchanged) throws IOException {
        if (!Files.isDirectory(directory)) {
            // Moved away or hidden by a mount: its lock file is still ours when it is back.
            throw new NoSuchFileException(directory.toString());
        }
        Path file = directory.resolve(NAME);
        if (!lost && Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Objects.equals(identity(file), identity)) {
            return;
        }
        lost = lost || !unchanged || !takenAgain(file);
        if (lost) {
            throw new OffsetStoreException.Fenced(
                    "the lock file " + file + " was removed or replaced, and another process"
                            + " may store offsets in this directory now; nothing is stored here any more. Restart the route"
                            + " when one process uses the directory, and never delete the lock file");
        }
    }

    private boolean takenAgain(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        FileChannel again;
        try {
            again = locked(directory);
        } catch (OffsetStoreException e) {
            // Somebody else was faster.
            return false;
        }
        FileChannel old = channel;
        channel = again;
        identity = identity(file);
        old.close();
        return true;
    }

    /** Inode and device, where the file system has such; else null, and only the file's being there counts. */
    private static @Nullable Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
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
