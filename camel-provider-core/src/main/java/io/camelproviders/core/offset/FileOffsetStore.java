/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Positions in one crash-safe file of a directory, {@code offsets.log}. A completed save is on the disk; saves that come
 * while one is written are written together, with one force. A save that fails changes nothing, and the next one tries
 * again. One store a directory: further ones fail, in this process and in others.
 *
 * <p>Futures complete on the executor (or on the thread that closes); who runs foreign code after them hands over.
 */
public final class FileOffsetStore implements OffsetStore, AutoCloseable {

    private final Executor executor;
    private final DirectoryLock directory;
    private final OffsetJournal log;

    /** Guards the log: one writer at a time, which is why I/O happens under it. No callback does; save never takes it. */
    private final ReentrantLock writing = new ReentrantLock();

    /** Guards the three below. No I/O and no callback happens under it. */
    private final Object queue = new Object();

    private List<Save> waiting = new ArrayList<>();
    private boolean scheduled;
    private boolean closed;

    private record Save(Map<String, String> entries, CompletableFuture<Void> done) {}

    private record Written(List<Save> saves, @Nullable OffsetStoreException failure) {}

    private FileOffsetStore(DirectoryLock directory, OffsetJournal log, Executor executor) {
        this.directory = directory;
        this.log = log;
        this.executor = executor;
    }

    /**
     * Opens the store of a directory, which is made if need be (mode 700, its files 600). Reads the file and so blocks.
     *
     * @param directory for this store alone
     * @param executor runs the writing, one task at a time; it may block on the disk
     * @throws OffsetStoreException if the directory cannot be used, is in use, or its file is damaged
     */
    public static FileOffsetStore open(Path directory, Executor executor) {
        return open(directory, executor, JournalFile::onDisk);
    }

    static FileOffsetStore open(Path directory, Executor executor, JournalFile.Opener opener) {
        try {
            FilePermissions.directory(directory);
            DirectoryLock lock = DirectoryLock.take(directory.toRealPath());
            return new FileOffsetStore(lock, log(lock, directory.toRealPath(), opener), executor);
        } catch (OffsetStoreException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new OffsetStoreException(
                    "the offset directory " + directory + " cannot be used (" + reason(e)
                            + "); give a directory that this process may create, read and write",
                    e);
        }
    }

    private static OffsetJournal log(DirectoryLock lock, Path directory, JournalFile.Opener opener) throws IOException {
        try {
            return OffsetJournal.open(directory, opener);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public CompletableFuture<Optional<String>> load(String key) {
        synchronized (queue) {
            if (closed) {
                return CompletableFuture.failedFuture(closedFailure());
            }
        }
        return CompletableFuture.completedFuture(log.value(key));
    }

    @Override
    public CompletableFuture<Void> save(Map<String, String> entries) {
        if (entries.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Save save = new Save(new LinkedHashMap<>(entries), new CompletableFuture<>());
        synchronized (queue) {
            if (closed) {
                return CompletableFuture.failedFuture(closedFailure());
            }
            waiting.add(save);
            if (scheduled) {
                return save.done();
            }
            scheduled = true;
        }
        schedule();
        return save.done();
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public String describe() {
        return "file " + log.path();
    }

    /** Bytes of a torn last record that were cut off when the store was opened; 0 for none. */
    public long repaired() {
        return log.torn();
    }

    /** Writes what waits, on this thread, then gives the directory free. A second call does nothing. */
    @Override
    public void close() {
        synchronized (queue) {
            if (closed) {
                return;
            }
            closed = true;
        }
        drain();
        writing.lock();
        try (directory) {
            log.close();
        } catch (IOException e) {
            throw new OffsetStoreException(
                    log.path() + " could not be closed (" + reason(e) + "); all completed saves are stored", e);
        } finally {
            writing.unlock();
        }
    }

    private void schedule() {
        try {
            executor.execute(this::drain);
        } catch (RejectedExecutionException e) {
            OffsetStoreException failure = new OffsetStoreException(
                    "the executor of the offset store takes no work, so nothing was stored in " + log.path()
                            + "; it was shut down before the store was closed",
                    e);
            complete(new Written(giveUp(), failure));
        }
    }

    private void drain() {
        Written written = writeWaiting();
        while (!written.saves().isEmpty()) {
            complete(written);
            written = writeWaiting();
        }
    }

    private Written writeWaiting() {
        writing.lock();
        try {
            List<Save> saves = takeWaiting();
            return new Written(saves, saves.isEmpty() ? null : write(saves));
        } finally {
            writing.unlock();
        }
    }

    /** All saves that wait; with none, the next one schedules a new drain. */
    private List<Save> takeWaiting() {
        synchronized (queue) {
            List<Save> taken = waiting;
            waiting = new ArrayList<>();
            scheduled = !taken.isEmpty();
            return taken;
        }
    }

    private List<Save> giveUp() {
        synchronized (queue) {
            List<Save> taken = waiting;
            waiting = new ArrayList<>();
            scheduled = false;
            return taken;
        }
    }

    private @Nullable OffsetStoreException write(List<Save> saves) {
        Map<String, String> entries = new LinkedHashMap<>();
        saves.forEach(save -> entries.putAll(save.entries()));
        try {
            append(entries);
            return null;
        } catch (IOException | RuntimeException e) {
            return new OffsetStoreException(
                    "nothing was stored in " + log.path() + " (" + reason(e)
                            + "); free room on the disk or give write permission, the next save tries again",
                    e);
        }
    }

    /** An interrupt closes a file channel, so it is put aside while a record is written. */
    private void append(Map<String, String> entries) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            log.append(entries);
        } catch (ClosedByInterruptException e) {
            interrupted = Thread.interrupted() || interrupted;
            log.append(entries);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void complete(Written written) {
        for (Save save : written.saves()) {
            if (written.failure() == null) {
                save.done().complete(null);
            } else {
                save.done().completeExceptionally(written.failure());
            }
        }
    }

    private OffsetStoreException closedFailure() {
        return new OffsetStoreException("the offset store " + log.path() + " is closed; open it again");
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
