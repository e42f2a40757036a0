/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.subscription.MessageHandler.FilterResult;
import io.camelproviders.core.subscription.SubscriptionState.HealthIssue;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * From the buffer to the route, and back as done: keeps the order, the in-flight window and the failure strategy. Messages are
 * known by their sequence number, never by their content, which belongs to the route from then on. Confined to the tasks of its
 * subscription.
 */
final class Dispatcher {

    private final SubscriptionContext context;
    private final SubscriptionSettings settings;
    private final MessageHandler handler;
    private final EventBuffer buffer;
    private final OffsetCommitter committer;
    private final OffsetWriter writer;
    private final Listener listener;

    /** Messages in the route or waiting for their next attempt, by sequence number. */
    private final Map<Long, InFlight> inFlight = new LinkedHashMap<>();

    /** Timers of the messages that wait for their next attempt, by sequence number. */
    private final Map<Long, Scheduler.Scheduled> waiting = new HashMap<>();

    private boolean halted;
    private boolean filtering;
    private boolean waitingForGate;
    private int failed;
    private @Nullable FilterResult filtered;
    private int dispatched;
    private int replaying;
    private long alarming = -1;

    /** What the subscription has to do about messages that left. */
    interface Listener {

        /** The entry has left the buffer and the route. */
        void released(EventBuffer.Entry entry);

        /** {@code onFailure=stop}, or the last attempt failed. */
        void gaveUp(String what, Throwable cause);

        /** The number of running messages has changed. */
        void changed();
    }

    private record InFlight(String name, long since) {}

    /** One attempt of one message; {@code replay} if an earlier process may have had it in flight. */
    private record Attempt(EventBuffer.Entry entry, long sequence, int number, boolean replay) {

        Attempt next() {
            return new Attempt(entry, sequence, number + 1, replay);
        }

        String id() {
            return String.valueOf(entry.event().id());
        }

        /** The id in a form that is safe in texts. */
        String name() {
            return LogText.oneLine(id(), 100);
        }
    }

    Dispatcher(
            SubscriptionContext context,
            EventBuffer buffer,
            OffsetCommitter committer,
            OffsetWriter writer,
            Listener listener) {
        this.context = context;
        this.settings = context.settings();
        this.handler = context.dependencies().handler();
        this.buffer = buffer;
        this.committer = committer;
        this.writer = writer;
        this.listener = listener;
    }

    // ---- From the buffer to the route ----

    /** Dispatches as many messages as the window allows. */
    void dispatch() {
        while (mayDispatch()) {
            EventBuffer.Entry entry = buffer.peek();
            if (entry == null) {
                break;
            }
            StreamOffset offset = entry.offset();
            if (entry.event().kind() == StreamEvent.Kind.MESSAGE && offset != null) {
                if (!filter(entry, offset)) {
                    break;
                }
                continue;
            }
            buffer.take();
            if (entry.event().kind() != StreamEvent.Kind.HEARTBEAT) {
                reportUndeliverable(entry);
            }
            skip(entry);
        }
        listener.changed();
    }

    private boolean mayDispatch() {
        return !halted
                && !filtering
                && !waitingForGate
                && failed == 0
                && !writer.failing()
                && context.state().delivering()
                && committer.occupied() < settings.maxInFlight();
    }

    /** Returns whether the entry has left the buffer. */
    private boolean filter(EventBuffer.Entry entry, StreamOffset offset) {
        FilterResult result = filtered == null ? askHandler(entry) : filtered;
        if (result == null) {
            return false;
        }
        filtered = result;
        if (result == FilterResult.SKIP) {
            filtered = null;
            buffer.take();
            context.counters().skipped.increment();
            skip(entry);
            return true;
        }
        waitingForGate =
                !context.dependencies().gate().tryEnter(() -> context.serial().execute(this::gateOpened));
        if (waitingForGate) {
            return false;
        }
        filtered = null;
        buffer.take();
        begin(entry, offset);
        return true;
    }

    private void gateOpened() {
        waitingForGate = false;
        dispatch();
    }

    /**
     * What is to be done with the first message; null if that is not known yet. The result is kept: asking again would wait for
     * whatever has begun meanwhile, perhaps for ever.
     */
    private @Nullable FilterResult askHandler(EventBuffer.Entry entry) {
        if (replaying > 0 && mayBeOwn(entry.event())) {
            return null;
        }
        CompletableFuture<FilterResult> decision = Futures.call(() -> handler.choose(context.key(), entry.event()));
        if (decision.isDone()) {
            return result(decision);
        }
        filtering = true;
        CompletableFuture<?> unused =
                decision.whenComplete((value, failure) -> context.serial().execute(() -> {
                    filtering = false;
                    filtered = result(decision);
                    dispatch();
                }));
        return null;
    }

    private boolean mayBeOwn(StreamEvent event) {
        try {
            return handler.mayBeOwn(event);
        } catch (RuntimeException e) {
            context.reporter().report("a message could not be compared with those in flight", e);
            return false;
        }
    }

    /** A filter that fails must not hold a message back: delivered is better than lost. */
    private static FilterResult result(CompletableFuture<FilterResult> decision) {
        return decision.isCompletedExceptionally() ? FilterResult.DELIVER : decision.join();
    }

    private void reportUndeliverable(EventBuffer.Entry entry) {
        StreamEvent event = entry.event();
        context.counters().malformed.increment();
        String what = event.kind() == StreamEvent.Kind.UNKNOWN
                ? "unknown event type '" + event.type() + "'"
                : "an event cannot be read: " + event.note();
        context.reporter()
                .report(
                        what,
                        new DecodeException(ErrorDetails.builder(what)
                                .body(String.valueOf(event.payload()))
                                .build()));
    }

    /** Moves past an entry that is not dispatched. */
    private void skip(EventBuffer.Entry entry) {
        StreamOffset offset = entry.offset();
        if (offset != null) {
            committer.skip(offset);
            writer.write();
        }
        listener.released(entry);
    }

    // ---- In the route ----

    private void begin(EventBuffer.Entry entry, StreamOffset offset) {
        long sequence = committer.dispatched(offset);
        boolean replay = dispatched < settings.maxInFlight();
        Attempt attempt = new Attempt(entry, sequence, 1, replay);
        inFlight.put(sequence, new InFlight(attempt.name(), context.now()));
        context.counters().messages.increment();
        dispatched++;
        replaying += replay ? 1 : 0;
        deliver(attempt);
    }

    /** Completion of one attempt; only the first one counts. */
    private final class Completion implements Consumer<@Nullable Throwable> {

        private final Attempt attempt;
        private boolean completed;

        Completion(Attempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public void accept(@Nullable Throwable failure) {
            context.serial().execute(() -> {
                if (!completed) {
                    completed = true;
                    finished(attempt, failure);
                }
            });
        }
    }

    private void deliver(Attempt attempt) {
        Delivery delivery = new Delivery(
                context.key(),
                attempt.entry().event(),
                attempt.number(),
                attempt.number() > 1,
                () -> context.state().watermark(attempt.sequence(), attempt.id()),
                new Completion(attempt));
        try {
            handler.deliver(delivery);
        } catch (RuntimeException | Error e) {
            delivery.done().accept(e);
        }
    }

    private void finished(Attempt attempt, @Nullable Throwable failure) {
        if (attempt.number() > 1) {
            failed--;
        }
        if (failure == null) {
            done(attempt);
        } else if (halted) {
            // Whatever the reason, stopping may have caused it: the message stays undone.
            leave(attempt);
        } else if (failure instanceof DeliveryRejectedException) {
            awaitNext(attempt, settings.redelivery().backoff(attempt.number()));
        } else {
            failed(attempt, failure);
        }
    }

    private void failed(Attempt attempt, Throwable failure) {
        context.counters().failures.increment();
        switch (settings.onFailure()) {
            case RETRY -> retry(attempt, failure);
            case SKIP -> {
                context.counters().passedOver.increment();
                context.reporter().report("message " + attempt.name() + " failed and is skipped", failure);
                done(attempt);
            }
            case STOP -> giveUp(attempt, failure);
        }
    }

    private void done(Attempt attempt) {
        if (alarming == attempt.sequence()) {
            alarming = -1;
            context.state().resolved(HealthIssue.MESSAGE);
        }
        committer.done(attempt.sequence());
        writer.write();
        listener.released(attempt.entry());
        replaying -= attempt.replay() ? 1 : 0;
        leave(attempt);
        dispatch();
    }

    private void leave(Attempt attempt) {
        inFlight.remove(attempt.sequence());
        context.dependencies().gate().leave();
        listener.changed();
    }

    private void retry(Attempt attempt, Throwable failure) {
        Duration delay = settings.redelivery().next(attempt.number(), null).orElse(null);
        if (delay == null) {
            giveUp(attempt, failure);
            return;
        }
        context.reporter().report("message " + attempt.name() + " failed and is redelivered", failure);
        if (attempt.number() >= SubscriptionSettings.ALARMING_ATTEMPTS) {
            alarming = attempt.sequence();
            String text =
                    "message " + attempt.name() + " failed " + attempt.number() + " times: " + failure.getMessage();
            context.state().issue(HealthIssue.MESSAGE, text, true);
        }
        awaitNext(attempt, delay);
    }

    private void awaitNext(Attempt attempt, Duration delay) {
        failed++;
        scheduleNext(attempt, delay);
    }

    private void scheduleNext(Attempt attempt, Duration delay) {
        waiting.put(attempt.sequence(), context.schedule(delay, () -> redeliver(attempt, delay)));
    }

    private void redeliver(Attempt attempt, Duration delay) {
        if (waiting.remove(attempt.sequence()) == null) {
            return;
        }
        if (context.state().delivering()) {
            deliver(attempt.next());
        } else {
            // Suspended: nothing may start now; look again after the same delay.
            scheduleNext(attempt, delay);
        }
    }

    /** The message stays undone: the next start begins with it. */
    private void giveUp(Attempt attempt, Throwable failure) {
        listener.gaveUp("message " + attempt.name() + " failed", failure);
        leave(attempt);
    }

    // ---- The whole ----

    /** Nothing is dispatched any more; messages that wait for another attempt stay undone. */
    void halt() {
        halted = true;
        failed = 0;
        List<Long> sequences = List.copyOf(waiting.keySet());
        List<Scheduler.Scheduled> timers = List.copyOf(waiting.values());
        waiting.clear();
        timers.forEach(Scheduler.Scheduled::cancel);
        for (Long sequence : sequences) {
            inFlight.remove(sequence);
            context.dependencies().gate().leave();
        }
        listener.changed();
    }

    /** Messages dispatched and not done, those that wait for another attempt included. */
    int running() {
        return inFlight.size();
    }

    /** Ages of what is unfinished here and in the store. */
    SubscriptionState.Progress progress() {
        InFlight oldest =
                inFlight.isEmpty() ? null : inFlight.values().iterator().next();
        return new SubscriptionState.Progress(
                oldest == null ? "" : oldest.name(),
                oldest == null ? SubscriptionState.NEVER : oldest.since(),
                buffer.headSince(),
                writer.savingSince());
    }
}
