/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.concurrent.SerialExecutor;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.offset.OffsetStore;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.support.component.StreamListing;
import io.camelproviders.support.component.StreamListing.Page;
import io.camelproviders.support.component.StreamListing.Presence;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the streams of an account. All of them begin at the offset that was pinned and stored when the consumer started for
 * the first time, so that nothing is missed of a stream that is found later.
 *
 * <p>New streams are found by a look at the newest ones where the filters cannot change, and by a walk over the whole list
 * where they can. A stream is closed, and its offset kept, when two complete walks have missed it and the provider says that
 * it is gone or no longer matches: a list may shift while it is read. Whatever fails is tried again; discovery never stops
 * looking.
 *
 * <p>A small state machine without a thread of its own: its steps run one at a time.
 */
final class StreamDiscovery {

    private final StreamListing listing;
    private final Streams streams;
    private final OffsetStore store;
    private final Supplier<CompletableFuture<StreamOffset>> now;
    private final String pinKey;
    private final DiscoveryTimer timer;
    private final DiscoveryHealth health;
    private final SerialExecutor steps = new SerialExecutor();
    private final AtomicBoolean started = new AtomicBoolean();

    // confined to the steps
    private final StreamCatalog catalog = new StreamCatalog();
    private final NewestFirstLook look;
    private @Nullable DiscoverySweep sweep;
    private @Nullable StreamOffset beginning;
    private boolean sweptOnce;
    private boolean sorted = true;

    // shared with stop
    private volatile boolean stopped;

    /** The streams of the consumer. */
    interface Streams {

        /** Opens a stream unless it is open, or another consumer has it; it begins here if no offset is stored. */
        void open(String key, StreamOffset beginning);

        boolean has(String key);

        /** Closes a stream that the provider does not list any more; its offset is kept. */
        void forget(String key);

        /** Closes streams that could not be opened and are to be opened again. */
        void closeFailed();
    }

    /** @param after option {@code after}, where all streams begin that have no stored offset; null for the start of the route */
    StreamDiscovery(
            StreamListing listing,
            Streams streams,
            OffsetStore store,
            Supplier<CompletableFuture<StreamOffset>> now,
            String pinKey,
            @Nullable StreamOffset after,
            DiscoveryTimer timer,
            DiscoveryHealth health) {
        this.listing = listing;
        this.streams = streams;
        this.store = store;
        this.now = now;
        this.pinKey = pinKey;
        this.beginning = after;
        this.timer = timer;
        this.health = health;
        this.look = new NewestFirstLook(listing, catalog, events("new streams", this::tick), this::lookEnded);
    }

    /** Begins to look; a second call changes nothing. */
    void start() {
        if (started.compareAndSet(false, true)) {
            health.begins();
            step("streams", this::start, this::recall);
        }
    }

    void stop() {
        stopped = true;
        timer.stop();
    }

    // ---- Where all streams begin ----

    private void recall() {
        if (beginning != null) {
            begin(beginning);
            return;
        }
        String what = "the stored beginning of the account";
        after(Futures.call(() -> store.load(pinKey)), what, this::recall, stored -> {
            if (stored.isPresent()) {
                begin(new StreamOffset(stored.get()));
            } else {
                pin();
            }
        });
    }

    private void pin() {
        CompletableFuture<StreamOffset> pinned = Futures.call(now)
                .thenCompose(
                        offset -> store.save(Map.of(pinKey, offset.value())).thenApply(nothing -> offset));
        after(pinned, "the beginning of the account", this::pin, this::begin);
    }

    private void begin(StreamOffset offset) {
        beginning = offset;
        sweep();
        if (!walksAlways()) {
            timer.after(timer.delay(), () -> step("new streams", this::tick, this::tick));
        }
    }

    private boolean walksAlways() {
        return listing.filtersCanChange() || !sorted;
    }

    // ---- Looks ----

    private void tick() {
        openAgain();
        if (!walksAlways()) {
            look.begin();
        } else if (sweep == null) {
            sweep();
        }
    }

    /** What could not be opened, or was left to another consumer, is tried again as long as the list holds it. */
    private void openAgain() {
        streams.closeFailed();
        catalog.keys().forEach(this::open);
    }

    private void open(String key) {
        StreamOffset offset = beginning;
        if (offset != null) {
            streams.open(key, offset);
        }
    }

    private void lookEnded(boolean complete) {
        health.looked();
        timer.after(complete ? timer.delay() : timer.shortDelay(), () -> step("new streams", this::tick, this::tick));
    }

    // ---- Sweeps ----

    private void sweep() {
        sweep = new DiscoverySweep(
                listing, catalog, events("the list of streams", this::goOn), new DiscoverySweep.Progress() {
                    @Override
                    public void paused() {
                        // The first walk is in a hurry, and so is one on which finding new streams depends.
                        if (sweptOnce && !walksAlways()) {
                            timer.after(
                                    timer.pause(),
                                    () -> step(
                                            "the list of streams",
                                            StreamDiscovery.this::goOn,
                                            StreamDiscovery.this::goOn));
                        } else {
                            goOn();
                        }
                    }

                    @Override
                    public void ended(boolean complete) {
                        sweepEnded(complete);
                    }
                });
        goOn();
    }

    private void goOn() {
        DiscoverySweep current = sweep;
        if (current != null) {
            current.next();
        }
    }

    private void sweepEnded(boolean complete) {
        health.looked();
        sweep = null;
        sweptOnce = true;
        checkNext(new ArrayDeque<>(complete ? catalog.endSweep() : List.of()));
        if (walksAlways()) {
            timer.after(timer.delay(), () -> step("new streams", this::tick, this::tick));
        } else {
            timer.after(timer.sweepDelay(), () -> step("the list of streams", this::sweepAgain, this::sweepAgain));
        }
    }

    private void sweepAgain() {
        if (sweep == null) {
            sweep();
        }
    }

    /** Asks for the streams that two sweeps have missed, one after the other. */
    private void checkNext(Deque<String> missing) {
        while (!missing.isEmpty() && !streams.has(missing.element())) {
            forget(missing.remove());
        }
        String key = missing.poll();
        if (key == null) {
            return;
        }
        CompletableFuture<?> unused = Futures.call(() -> listing.presence(key))
                .whenComplete((presence, failure) -> step("a stream that is not listed", () -> {}, () -> {
                    // Without an answer it stays; the next sweep asks again.
                    if (presence == Presence.GONE) {
                        forget(key);
                    } else if (presence == Presence.PRESENT) {
                        catalog.present(key);
                    }
                    checkNext(missing);
                }));
    }

    private void forget(String key) {
        catalog.remove(key);
        streams.forget(key);
    }

    // ---- Steps ----

    private DiscoveryPages.Events events(String what, Runnable retry) {
        return new DiscoveryPages.Events() {
            @Override
            public void found(String key) {
                open(key);
            }

            @Override
            public void malformed(String item) {
                health.malformed(item);
            }

            @Override
            public void unsorted() {
                sorted = false;
            }

            @Override
            public void after(CompletableFuture<Page> page, Consumer<Page> step) {
                StreamDiscovery.this.after(page, what, retry, step);
            }
        };
    }

    private <T> void after(CompletableFuture<T> future, String what, Runnable retry, Consumer<T> step) {
        CompletableFuture<?> unused = future.whenComplete((result, failure) -> step(what, retry, () -> {
            if (failure == null) {
                health.works(what);
                step.accept(result);
            } else {
                fail(what, failure, retry);
            }
        }));
    }

    /** Runs a step; one that throws is repeated later like one that fails. */
    private void step(String what, Runnable retry, Runnable step) {
        steps.execute(() -> {
            if (stopped) {
                return;
            }
            try {
                step.run();
            } catch (RuntimeException | Error e) {
                fail(what, e, retry);
            }
        });
    }

    private void fail(String what, Throwable thrown, Runnable retry) {
        Throwable failure = Futures.unwrap(thrown);
        Duration asked =
                failure instanceof ProviderException told ? told.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        health.fails(what, failure);
        timer.holdBack(asked);
        timer.after(timer.delay(), () -> step(what, retry, retry));
    }
}
