/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.support.component.StreamSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the streams of an account: those that exist at the first start begin now; those found later begin at the account's
 * beginning, which was pinned at the first start and stored, so that nothing said in a new conversation before it was found
 * is missed. Streams that the filters no longer match are let go, their offsets are kept.
 */
final class StreamDiscovery {

    private static final Logger LOG = LoggerFactory.getLogger(StreamConsumer.class);

    private final StreamSource source;
    private final SubscriptionRegistry fleet;
    private final MessageDispatcher exchanges;
    private final Scheduler scheduler;
    private final Duration delay;
    private final Object lock = new Object();
    private Scheduler.@Nullable Scheduled alarm;
    private boolean started;
    private boolean stopped;
    private volatile @Nullable String trouble;

    StreamDiscovery(
            StreamSource source,
            SubscriptionRegistry fleet,
            MessageDispatcher exchanges,
            Scheduler scheduler,
            Duration delay) {
        this.source = source;
        this.fleet = fleet;
        this.exchanges = exchanges;
        this.scheduler = scheduler;
        this.delay = delay;
    }

    /** Begins to look; a second call changes nothing. */
    void start() {
        synchronized (lock) {
            if (started) {
                return;
            }
            started = true;
        }
        recall();
    }

    private void recall() {
        CompletableFuture<?> unused = fleet.store().load(source.accountKey()).whenComplete((stored, failure) -> {
            if (failure != null) {
                again("the stored beginning of the account cannot be read", failure, this::recall);
            } else if (stored.isPresent()) {
                look(new StreamOffset(stored.get()), false);
            } else {
                pin();
            }
        });
    }

    /** First start ever: the account's beginning is pinned and stored before anything is opened. */
    private void pin() {
        CompletableFuture<?> unused = source.accountNow()
                .thenCompose(now -> fleet.store()
                        .save(Map.of(source.accountKey(), now.value()))
                        .thenApply(nothing -> now))
                .whenComplete((now, failure) -> {
                    if (failure == null) {
                        look(now, true);
                    } else {
                        again("the beginning of the account cannot be pinned", failure, this::pin);
                    }
                });
    }

    private void look(StreamOffset beginning, boolean first) {
        CompletableFuture<?> unused = source.discover().whenComplete((keys, failure) -> {
            if (failure != null) {
                again("streams cannot be looked for", failure, () -> look(beginning, first));
                return;
            }
            trouble = null;
            if (open(keys, beginning, first)) {
                schedule(() -> look(beginning, false));
            }
        });
    }

    private boolean open(List<String> keys, StreamOffset beginning, boolean first) {
        synchronized (lock) {
            if (stopped) {
                return false;
            }
            Set<String> gone = new HashSet<>(fleet.keys());
            for (String key : keys) {
                gone.remove(key);
                if (first) {
                    fleet.openNow(key);
                } else {
                    fleet.open(key, () -> CompletableFuture.completedFuture(beginning));
                }
            }
            gone.forEach(fleet::close);
            return true;
        }
    }

    private void again(String what, Throwable thrown, Runnable step) {
        Throwable cause = thrown.getCause();
        Throwable failure = thrown instanceof CompletionException && cause != null ? cause : thrown;
        if (trouble == null) {
            LOG.warn("{}: {}; trying again every {} s", what, failure.getMessage(), delay.toSeconds());
            exchanges.report("*", what, failure);
        }
        trouble = what + ": " + failure.getMessage();
        schedule(step);
    }

    private void schedule(Runnable step) {
        synchronized (lock) {
            if (!stopped) {
                alarm = scheduler.schedule(delay, step);
            }
        }
    }

    /** Why streams cannot be looked for at the moment; null when they can. */
    @Nullable
    String trouble() {
        return trouble;
    }

    void stop() {
        synchronized (lock) {
            stopped = true;
            if (alarm != null) {
                alarm.cancel();
            }
        }
    }
}
