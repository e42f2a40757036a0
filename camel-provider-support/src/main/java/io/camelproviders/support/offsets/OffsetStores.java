/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.offsets;

import io.camelproviders.core.offset.FileOffsetStore;
import io.camelproviders.core.offset.MemoryOffsetStore;
import io.camelproviders.core.offset.OffsetStore;
import io.camelproviders.support.config.ProviderConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.camel.resume.ResumeStrategy;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses where a consumer keeps its offsets, and shares one embedded store among all consumers that name the same
 * directory.
 */
public final class OffsetStores {

    private static final Logger LOG = LoggerFactory.getLogger(OffsetStores.class);

    /** Routes that were removed and never came back leave their memory behind: so many at most. */
    private static final int KEPT = 1_000;

    private final ExecutorService thread;

    /** Guards itself and the two below. */
    private final Map<Path, Shared> open = new HashMap<>();

    private final Map<String, Memory> memories = bounded();
    private final Map<String, Long> starts = bounded();

    /** One embedded store and how many consumers use it. */
    private static final class Shared {
        private final FileOffsetStore store;
        private int users;

        Shared(FileOffsetStore store) {
            this.store = store;
        }
    }

    /**
     * Who uses a store.
     *
     * @param name for the warning that memory is not durable
     * @param identity the same for the next start of this consumer in this process, and of no other consumer
     * @param otherwise what happens to offsets that are not durable, for the same warning
     */
    public record User(String name, String identity, String otherwise) {}

    /** A store in use by one consumer, to be given back. */
    public final class Lease implements AutoCloseable {
        private final OffsetStore store;
        private final @Nullable Object identity;
        private final String user;
        private final Runnable giveBack;

        private Lease(OffsetStore store, @Nullable Object identity, User user, Runnable giveBack) {
            this.store = store;
            this.identity = identity;
            this.user = user.identity();
            this.giveBack = giveBack;
        }

        public OffsetStore store() {
            return store;
        }

        /** Equal for two users of one durable store; null for memory, which nobody else sees. */
        public @Nullable Object identity() {
            return identity;
        }

        /** When the user started: an earlier start counts if it ended before its offset could be stored. */
        public long startOf(long started) {
            synchronized (open) {
                return starts.computeIfAbsent(user, absent -> started);
            }
        }

        /**
         * Gives the store back.
         *
         * @param begun whether the offset of the start is stored
         */
        public void close(boolean begun) {
            if (begun) {
                synchronized (open) {
                    starts.remove(user);
                }
            }
            close();
        }

        @Override
        public void close() {
            giveBack.run();
        }
    }

    /** Offsets in memory, kept from one start of a route to the next. */
    private static final class Memory {
        private final MemoryOffsetStore store = new MemoryOffsetStore();
        private boolean used;
    }

    public OffsetStores(ExecutorService thread) {
        this.thread = thread;
    }

    /** Repository, else directory, else Camel's resume strategy, else memory. */
    public Lease lease(ProviderConfiguration options, @Nullable ResumeStrategy strategy, User user) {
        StateRepository<String, String> repository = options.getOffsetRepository();
        if (repository != null) {
            ServiceHelper.startService(repository);
            return new Lease(new StateRepositoryOffsetStore(repository, thread), identity(repository), user, () -> {});
        }
        String directory = options.getOffsetDirectory();
        if (directory != null) {
            return embedded(Path.of(directory), user);
        }
        if (strategy != null) {
            return new Lease(ResumeStrategyOffsetStore.over(strategy, thread), strategy, user, () -> {});
        }
        LOG.warn(
                "Offsets of {} are kept in memory only: {}. Set offsetDirectory or offsetRepository",
                user.name(),
                user.otherwise());
        return memory(user);
    }

    /** Two repositories of Camel's on one file are one store. */
    private static Object identity(StateRepository<String, String> repository) {
        return repository instanceof FileStateRepository file && file.getFileStore() != null
                ? real(file.getFileStore().toPath())
                : repository;
    }

    private Lease memory(User user) {
        synchronized (open) {
            Memory memory = memories.computeIfAbsent(user.identity(), absent -> new Memory());
            if (memory.used) {
                return new Lease(new MemoryOffsetStore(), null, user, () -> {});
            }
            memory.used = true;
            return new Lease(memory.store, null, user, () -> {
                synchronized (open) {
                    memory.used = false;
                }
            });
        }
    }

    private Lease embedded(Path directory, User user) {
        Path place = real(directory);
        synchronized (open) {
            Shared shared = open.computeIfAbsent(place, path -> new Shared(opened(path)));
            shared.users++;
            return new Lease(shared.store, place, user, () -> release(place, shared));
        }
    }

    private FileOffsetStore opened(Path path) {
        FileOffsetStore store = FileOffsetStore.open(path, thread);
        store.warning().ifPresent(LOG::warn);
        return store;
    }

    private void release(Path place, Shared shared) {
        synchronized (open) {
            shared.users--;
            if (shared.users == 0 && open.remove(place, shared)) {
                shared.store.close();
            }
        }
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > KEPT && !(eldest.getValue() instanceof Memory memory && memory.used);
            }
        };
    }

    /** One place must not be used twice under two names. */
    private static Path real(Path directory) {
        try {
            return Files.exists(directory)
                    ? directory.toRealPath()
                    : directory.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new UncheckedIOException("offsetDirectory " + directory + " cannot be used", e);
        }
    }

    public void close() {
        synchronized (open) {
            open.values().forEach(shared -> shared.store.close());
            open.clear();
        }
    }
}
