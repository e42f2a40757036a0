/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One append-only file of records and what it says. Each {@link #append} is one record and one force. Its owner
 * calls it under a lock; only {@link #value} needs none.
 *
 * <p>After a failure the file is opened anew and cut to its last good length before anything is appended; if that file is
 * gone or shorter than it was, it is written anew from memory.
 */
final class OffsetJournal implements Closeable {

    static final String NAME = "offsets.log";
    static final String TEMPORARY = "offsets.tmp";
    static final long COMPACT_FROM = 1 << 20;
    private static final int COMPACT_FACTOR = 4;

    private final Path directory;
    private final Path path;
    private final Path temporary;
    private final JournalFile.Opener opener;
    private final Map<String, String> values;
    private final long torn;

    private @Nullable JournalFile file;
    private long length;
    private long compactAbove;
    private boolean mustRewrite;

    private OffsetJournal(Path directory, JournalFile.Opener opener, JournalReader.Contents contents) {
        this.directory = directory;
        this.path = directory.resolve(NAME);
        this.temporary = directory.resolve(TEMPORARY);
        this.opener = opener;
        this.values = new ConcurrentHashMap<>(contents.values());
        this.length = contents.length();
        this.torn = contents.torn();
        this.compactAbove = threshold(JournalRecord.entries(values).length);
    }

    /** Opens or makes the log of a directory; cuts a torn end off. */
    static OffsetJournal open(Path directory, JournalFile.Opener opener) throws IOException {
        Path path = directory.resolve(NAME);
        if (Files.isSymbolicLink(path)) {
            throw new OffsetStoreException(
                    path + " is a symbolic link, which could lead a write anywhere; put a file there"
                            + " or link the directory instead");
        }
        Files.deleteIfExists(directory.resolve(TEMPORARY));
        boolean there = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        if (there) {
            FilePermissions.restrict(path);
        }
        JournalReader.Contents contents = there ? JournalReader.read(path) : new JournalReader.Contents(Map.of(), 0, 0);
        OffsetJournal log = new OffsetJournal(directory, opener, contents);
        log.mustRewrite = contents.length() == 0;
        try {
            log.ready();
        } catch (IOException | RuntimeException e) {
            log.abandon(e);
            throw e;
        }
        return log;
    }

    /** The last durable value of a key; any thread may ask. */
    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    long torn() {
        return torn;
    }

    Path path() {
        return path;
    }

    /** Appends entries and returns when they are on the disk; if it fails, none of them count. */
    void append(Map<String, String> entries) throws IOException {
        byte[] record = JournalRecord.entries(entries);
        JournalFile current = ready();
        try {
            current.write(record, length);
            current.force();
        } catch (IOException | RuntimeException | Error e) {
            abandon(e);
            throw e;
        }
        length += record.length;
        values.putAll(entries);
        if (length > compactAbove) {
            compact();
        }
    }

    /** Whether nobody else has written: the file is as the last append left it, as far as its size shows, or is missing. */
    boolean unchanged() throws IOException {
        return mustRewrite
                || Files.notExists(path, LinkOption.NOFOLLOW_LINKS)
                || (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) == length);
    }

    @Override
    public void close() throws IOException {
        JournalFile open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    /** A file that ends where the last good record ends, whatever happened before. */
    private JournalFile ready() throws IOException {
        boolean same = !mustRewrite && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        if (file != null && same && Files.size(path) == length) {
            return file;
        }
        close();
        if (!same || Files.size(path) < length) {
            return rewrite();
        }
        JournalFile again = opener.open(path, false);
        file = again;
        try {
            again.truncate(length);
            again.force();
        } catch (IOException | RuntimeException | Error e) {
            abandon(e);
            throw e;
        }
        return again;
    }

    /** The old file stays whole until the new one is durable, so a compaction that fails costs disk space only. */
    private void compact() {
        try {
            rewrite();
        } catch (IOException | RuntimeException e) {
            // The record is stored already; the log goes on longer than it should and tries again when it has doubled.
            compactAbove = 2 * length;
        }
    }

    /** Writes all values into a new file that takes the old one's name. */
    private JournalFile rewrite() throws IOException {
        byte[] snapshot = values.isEmpty() ? new byte[0] : JournalRecord.entries(values);
        byte[] head = JournalReader.head(snapshot.length);
        Files.deleteIfExists(temporary);
        JournalFile fresh = opener.open(temporary, true);
        try {
            fresh.write(head, 0);
            fresh.write(snapshot, head.length);
            fresh.force();
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException | Error e) {
            discard(fresh, e);
            throw e;
        }
        close();
        file = fresh;
        length = (long) head.length + snapshot.length;
        compactAbove = threshold(snapshot.length);
        // Until the new name is durable, a crash may bring the old file back, without what is appended from here on.
        mustRewrite = true;
        FilePermissions.forceDirectory(directory);
        mustRewrite = false;
        return fresh;
    }

    /** The next use opens the file anew. */
    private void abandon(Throwable cause) {
        try {
            close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** A half-written file would only take disk space from the next attempt. */
    private void discard(JournalFile fresh, Throwable cause) {
        try (fresh) {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static long threshold(long live) {
        return Math.max(COMPACT_FROM, COMPACT_FACTOR * live);
    }
}
