/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.offsets;

import io.camelproviders.core.offset.OffsetStore;
import io.camelproviders.core.offset.OffsetStoreException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.camel.resume.ResumeStrategy;
import org.apache.camel.support.resume.OffsetKeys;
import org.apache.camel.support.resume.Offsets;

/**
 * Offsets through Camel's Resume API, for routes with {@code resumable(...)}. Weaker than the other stores: a strategy may
 * write later than it says (Kafka's drops its callback), and it loads before it is asked.
 */
final class ResumeStrategyOffsetStore implements OffsetStore {

    private final ResumeStrategy strategy;
    private final StreamResumeAdapter loaded;
    private final Executor executor;

    private ResumeStrategyOffsetStore(ResumeStrategy strategy, StreamResumeAdapter loaded, Executor executor) {
        this.strategy = strategy;
        this.loaded = loaded;
        this.executor = executor;
    }

    /** Loads what the strategy has and answers from that. */
    static ResumeStrategyOffsetStore over(ResumeStrategy strategy, Executor executor) {
        StreamResumeAdapter offsets =
                strategy.getAdapter() instanceof StreamResumeAdapter known ? known : new StreamResumeAdapter();
        try {
            strategy.setAdapter(offsets);
            strategy.loadCache();
        } catch (Exception e) {
            throw new OffsetStoreException("the resume strategy cannot load its offsets: " + e.getMessage(), e);
        }
        return new ResumeStrategyOffsetStore(strategy, offsets, executor);
    }

    @Override
    public CompletableFuture<Optional<String>> load(String key) {
        return CompletableFuture.completedFuture(loaded.get(key));
    }

    @Override
    public CompletableFuture<Void> save(Map<String, String> entries) {
        return CompletableFuture.runAsync(() -> entries.forEach(this::write), executor);
    }

    private void write(String key, String value) {
        try {
            strategy.updateLastOffset(OffsetKeys.of(key), Offsets.of(value));
            loaded.put(key, value);
        } catch (Exception e) {
            throw new OffsetStoreException("the resume strategy cannot store the offset: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public String describe() {
        return "resume strategy " + strategy.getClass().getSimpleName();
    }
}
