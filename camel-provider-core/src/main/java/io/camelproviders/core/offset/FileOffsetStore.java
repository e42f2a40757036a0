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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Offsets in one crash-safe file of a directory, {@code offsets.log}. A completed save is on the disk; saves that arrive
 * while another one is being written are written together, with one force, so thousands of streams can share a store. A
 * save that fails changes nothing, and the next one tries again. A directory has one store: further ones fail, in this
 * process and in others; if its lock file is removed or replaced meanwhile, saves fail as {@linkplain
 * OffsetStoreException.Fenced fenced}.
 *
 * <p>Futures complete on the executor (or on the thread that closes); who runs foreign code after them hands over.
 */
public final class FileOffsetStore implements OffsetStore, AutoCloseable {

    private final Executor executor;
    private final DirectoryLock directory;
    private final OffsetJournal journal;

    /** Pins in progress, so that of several at once only the first one writes. */
    private final Map<String, CompletableFuture<String>> pins = new ConcurrentHashMap<>();

    /** Guards the journal: one writer at a time, which is why I/O happens under it. No callback does; save never takes it. */
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
        this.journal = log;
        this.executor = executor;
    }

    /**
     * Opens the store of a directory, which is made if need be (mode 700, its files 600). Reads the file and so blocks.
     *
     * @param directory used by this store alone
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
        return CompletableFuture.completedFuture(journal.value(key));
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
    public CompletableFuture<String> putIfAbsent(String key, String value) {
        CompletableFuture<String> pin = new CompletableFuture<>();
        CompletableFuture<String> other = pins.putIfAbsent(key, pin);
        if (other != null) {
            return other.copy();
        }
        CompletableFuture<?> unused = OffsetStore.super.putIfAbsent(key, value).whenComplete((counts, failure) -> {
            pins.remove(key, pin);
            if (failure == null) {
                pin.complete(counts);
            } else {
                pin.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        });
        return pin.copy();
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public String describe() {
        return "file " + journal.path();
    }

    /** Bytes of a torn last record that were cut off when the store was opened; 0 for none. */
    long repaired() {
        return journal.torn();
    }

    /** Tells of a torn last record that was cut off when the store was opened. */
    @Override
    public Optional<String> warning() {
        return journal.torn() == 0
                ? Optional.empty()
                : Optional.of("the last " + journal.torn() + " bytes of " + journal.path()
                        + " were an unfinished write and were cut off when it was opened, as after a crash or a power"
                        + " failure; messages since the offset before may be delivered again");
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
            journal.close();
        } catch (IOException e) {
            throw new OffsetStoreException(
                    journal.path() + " could not be closed (" + reason(e) + "); all completed saves are stored", e);
        } finally {
            writing.unlock();
        }
    }

    private void schedule() {
        try {
            executor.execute(this::drain);
        } catch (RuntimeException | Error e) {
            // Also when no thread can be made: a save must never wait for a writer that does not come.
            OffsetStoreException failure = new OffsetStoreException(
                    "the executor of the offset store takes no work (" + reason(e) + "), so nothing was stored in "
                            + journal.path() + "; the next save tries again",
                    e);
            complete(new Written(giveUp(), failure));
        }
    }

    private void drain() {
        try {
            Written written = writeWaiting();
            while (!written.saves().isEmpty()) {
                complete(written);
                written = writeWaiting();
            }
        } catch (RuntimeException | Error e) {
            // An error outside of the writing itself, for want of memory for example: whoever waits must hear of it.
            complete(new Written(giveUp(), notStored(e)));
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
            scheduled = false;
            List<Save> taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        }
    }

    private @Nullable OffsetStoreException write(List<Save> saves) {
        try {
            Map<String, String> entries = new LinkedHashMap<>();
            saves.forEach(save -> entries.putAll(save.entries()));
            directory.requireOwned(journal.unchanged());
            append(entries);
            return null;
        } catch (OffsetStoreException e) {
            return e;
        } catch (IOException | RuntimeException | Error e) {
            return notStored(e);
        }
    }

    private OffsetStoreException notStored(Throwable e) {
        return new OffsetStoreException(
                "nothing was stored in " + journal.path() + " (" + reason(e)
                        + "); free space on the disk, give write permission or more memory; the next save tries again",
                e);
    }

    /** An interrupt closes a file channel, so it is put aside while a record is written. */
    private void append(Map<String, String> entries) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            journal.append(entries);
        } catch (ClosedByInterruptException e) {
            interrupted = Thread.interrupted() || interrupted;
            journal.append(entries);
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
        return new OffsetStoreException("the offset store " + journal.path() + " is closed; open it again");
    }

    private static String reason(Throwable e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
