/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.offsets;

import io.camelproviders.core.offset.OffsetStore;
import io.camelproviders.core.offset.OffsetStoreException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.camel.spi.StateRepository;

/** Offsets in any of Camel's state repositories (Kafka, JDBC, a file). Its calls block, so they run on their own thread. */
final class StateRepositoryOffsetStore implements OffsetStore {

    private final StateRepository<String, String> repository;
    private final Executor executor;

    StateRepositoryOffsetStore(StateRepository<String, String> repository, Executor executor) {
        this.repository = repository;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<Optional<String>> load(String key) {
        return run(() -> Optional.ofNullable(repository.getState(key)), "read from");
    }

    @Override
    public CompletableFuture<Void> save(Map<String, String> entries) {
        return run(
                () -> {
                    entries.forEach(repository::setState);
                    return null;
                },
                "written to");
    }

    private <T> CompletableFuture<T> run(Supplier<T> step, String what) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return step.get();
                    } catch (RuntimeException e) {
                        throw new OffsetStoreException(
                                "the offset cannot be " + what + " the offsetRepository: " + e.getMessage(), e);
                    }
                },
                executor);
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public String describe() {
        return "state repository " + repository.getClass().getSimpleName();
    }
}
