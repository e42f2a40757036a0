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
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.camel.resume.ResumeStrategy;
import org.apache.camel.spi.StateRepository;
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

    private final ExecutorService thread;
    private final Map<Path, Shared> open = new HashMap<>();

    /** One embedded store and how many consumers use it. */
    private static final class Shared {
        private final FileOffsetStore store;
        private int users;

        Shared(FileOffsetStore store) {
            this.store = store;
        }
    }

    /** A store in use by one consumer, to be given back. */
    public record Lease(OffsetStore store, Runnable giveBack) implements AutoCloseable {

        @Override
        public void close() {
            giveBack.run();
        }
    }

    public OffsetStores(ExecutorService thread) {
        this.thread = thread;
    }

    /**
     * Repository, else directory, else Camel's resume strategy, else memory.
     *
     * @param consumer who asks, for the warning that memory is not durable
     * @param otherwise what becomes of that, for the same warning
     */
    public Lease lease(
            ProviderConfiguration options, @Nullable ResumeStrategy strategy, String consumer, String otherwise) {
        StateRepository<String, String> repository = options.getOffsetRepository();
        if (repository != null) {
            ServiceHelper.startService(repository);
            return new Lease(new StateRepositoryOffsetStore(repository, thread), () -> {});
        }
        String directory = options.getOffsetDirectory();
        if (directory != null) {
            return embedded(Path.of(directory));
        }
        if (strategy != null) {
            return new Lease(ResumeStrategyOffsetStore.over(strategy, thread), () -> {});
        }
        LOG.warn(
                "Offsets of {} are kept in memory only: {}. Set offsetDirectory or offsetRepository",
                consumer,
                otherwise);
        return new Lease(new MemoryOffsetStore(), () -> {});
    }

    private Lease embedded(Path directory) {
        Path place = real(directory);
        synchronized (open) {
            Shared shared = open.computeIfAbsent(place, path -> new Shared(opened(path)));
            shared.users++;
            return new Lease(shared.store, () -> release(place, shared));
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

    /** One directory must not be opened twice under two names. */
    private static Path real(Path directory) {
        try {
            return Files.isDirectory(directory)
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
