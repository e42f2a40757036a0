/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.retry.Backoff;
import io.camelproviders.core.subscription.SubscriptionState.HealthIssue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The last part of the way: from the inbox to the route, and back as done. Keeps the order, the window and the failure
 * strategy. Confined to the steps of its subscription.
 */
final class Dispatcher {

    private final StreamSubscription owner;
    private boolean halted;
    private boolean choosing;
    private boolean waitingForPlace;
    private final Map<Attempt, Scheduler.Scheduled> retrying = new HashMap<>();
    private int running;
    private int unresolved;
    private MessageHandler.@Nullable FilterResult made;
    private int handedOver;
    private int replaying;
    private @Nullable String struggling;

    Dispatcher(StreamSubscription owner) {
        this.owner = owner;
    }

    /** Hands over as many messages as the window allows. */
    void pump() {
        EventBuffer inbox = owner.inbox;
        while (mayGoOn()) {
            EventBuffer.Entry entry = inbox.peek();
            if (entry == null) {
                break;
            }
            StreamOffset position = entry.position();
            if (entry.event().kind() == StreamEvent.Kind.MESSAGE && position != null) {
                if (!choose(entry, position)) {
                    break;
                }
                continue;
            }
            inbox.take();
            if (entry.event().kind() != StreamEvent.Kind.HEARTBEAT) {
                undeliverable(entry);
            }
            leaveBehind(entry);
        }
        owner.look();
    }

    private boolean mayGoOn() {
        return !halted
                && !choosing
                && !waitingForPlace
                && unresolved == 0
                && !owner.saves.failing()
                && owner.delivering()
                && owner.commits.taken() < owner.settings.maxInFlight();
    }

    /** Returns whether the entry has left the inbox. */
    private boolean choose(EventBuffer.Entry entry, StreamOffset position) {
        MessageHandler.FilterResult choice = made == null ? ask(entry) : made;
        if (choice == null) {
            return false;
        }
        made = choice;
        if (choice == MessageHandler.FilterResult.SKIP) {
            made = null;
            owner.inbox.take();
            owner.counters.skipped.increment();
            pass(entry, position);
            return true;
        }
        boolean entered = owner.parts
                .gate()
                .tryEnter(() -> owner.steps.run(() -> {
                    waitingForPlace = false;
                    pump();
                }));
        if (!entered) {
            waitingForPlace = true;
            return false;
        }
        made = null;
        owner.inbox.take();
        running++;
        long sequence = owner.commits.handedOver(position);
        owner.counters.messages.increment();
        boolean replay = handedOver < owner.settings.maxInFlight();
        handedOver++;
        replaying += replay ? 1 : 0;
        deliver(new Attempt(entry, sequence, 1, owner.settings.redelivery(), replay));
        return true;
    }

    /**
     * What is to be done with the first message; null if that is not known yet. The answer is kept: asking again would
     * wait for whatever has begun meanwhile, and so perhaps for ever.
     */
    private MessageHandler.@Nullable FilterResult ask(EventBuffer.Entry entry) {
        if (replaying > 0 && owner.parts.route().mayBeOwn(entry.event())) {
            return null;
        }
        CompletableFuture<MessageHandler.FilterResult> choice =
                owner.parts.route().choose(owner.key, entry.event());
        if (choice.isDone()) {
            return made(choice);
        }
        choosing = true;
        CompletableFuture<?> unused = choice.whenComplete((answer, failure) -> owner.steps.run(() -> {
            choosing = false;
            made = made(choice);
            pump();
        }));
        return null;
    }

    private static MessageHandler.FilterResult made(CompletableFuture<MessageHandler.FilterResult> choice) {
        return choice.isCompletedExceptionally() ? MessageHandler.FilterResult.DELIVER : choice.join();
    }

    private void undeliverable(EventBuffer.Entry entry) {
        StreamEvent event = entry.event();
        owner.counters.malformed.increment();
        String what = event.kind() == StreamEvent.Kind.UNKNOWN
                ? "an event of type '" + event.type() + "' means nothing to this consumer"
                : "an event cannot be read: " + event.note();
        owner.parts
                .route()
                .report(
                        owner.key,
                        what,
                        new DecodeException(ErrorDetails.builder(what)
                                .body(String.valueOf(event.payload()))
                                .build()));
    }

    /** Moves past an entry that is no message. */
    private void leaveBehind(EventBuffer.Entry entry) {
        StreamOffset position = entry.position();
        if (position == null) {
            owner.consumed(entry);
        } else {
            pass(entry, position);
        }
    }

    private void pass(EventBuffer.Entry entry, StreamOffset position) {
        owner.commits.passed(position);
        owner.saves.begin();
        owner.consumed(entry);
    }

    /** One try of one message; {@code replay} if an earlier process may have had it in flight. */
    private record Attempt(EventBuffer.Entry entry, long sequence, int number, Backoff backoff, boolean replay) {

        Attempt next() {
            return new Attempt(entry, sequence, number + 1, backoff.next(), replay);
        }

        String id() {
            return String.valueOf(entry.event().id());
        }

        /** The id as it may stand in a text. */
        String name() {
            return LogText.oneLine(id(), 100);
        }
    }

    private void deliver(Attempt attempt) {
        owner.parts
                .route()
                .deliver(new Delivery(
                        owner.key,
                        attempt.entry().event(),
                        attempt.number(),
                        attempt.number() > 1,
                        () -> owner.watermark(attempt.sequence(), attempt.id()),
                        failure -> owner.steps.run(() -> finished(attempt, failure))));
    }

    private void finished(Attempt attempt, @Nullable Throwable failure) {
        if (attempt.number() > 1) {
            unresolved--;
        }
        if (failure == null) {
            if (attempt.id().equals(struggling)) {
                struggling = null;
                owner.trouble(HealthIssue.MESSAGE, null);
            }
            done(attempt);
            return;
        }
        if (halted) {
            // Whatever the reason, stopping may be behind it: the message stays undone.
            leave();
            return;
        }
        if (failure instanceof DeliveryRejectedException) {
            unresolved++;
            awaitRetry(attempt);
            return;
        }
        owner.counters.failures.increment();
        switch (owner.settings.onFailure()) {
            case RETRY -> retry(attempt, failure);
            case SKIP -> {
                owner.counters.passedOver.increment();
                owner.parts.route().report(owner.key, "message " + attempt.name() + " is given up", failure);
                done(attempt);
            }
            case STOP -> giveUp(attempt, failure);
        }
    }

    private void done(Attempt attempt) {
        owner.commits.done(attempt.sequence());
        owner.saves.begin();
        owner.consumed(attempt.entry());
        replaying -= attempt.replay() ? 1 : 0;
        leave();
        pump();
    }

    private void leave() {
        running--;
        owner.parts.gate().leave();
        owner.settle();
    }

    private void retry(Attempt attempt, Throwable failure) {
        int most = owner.settings.maxFailureRetries();
        if (most >= 0 && attempt.number() > most) {
            giveUp(attempt, failure);
            return;
        }
        owner.parts.route().report(owner.key, "message " + attempt.name() + " failed and is tried again", failure);
        if (attempt.number() >= SubscriptionSettings.ALARMING_TRIES) {
            struggling = attempt.id();
            owner.trouble(
                    HealthIssue.MESSAGE,
                    "message " + attempt.name() + " failed " + attempt.number() + " times: " + failure.getMessage());
        }
        unresolved++;
        awaitRetry(attempt);
    }

    private void awaitRetry(Attempt attempt) {
        retrying.put(
                attempt,
                owner.parts
                        .scheduler()
                        .after(attempt.backoff().delay(), () -> owner.steps.run(() -> retryNow(attempt))));
    }

    private void retryNow(Attempt attempt) {
        if (retrying.remove(attempt) == null) {
            return;
        }
        if (owner.delivering()) {
            deliver(attempt.next());
        } else {
            // Suspended: nothing may start now; look again after the same wait.
            awaitRetry(attempt);
        }
    }

    /** The message stays undone: the next start begins with it. */
    private void giveUp(Attempt attempt, Throwable failure) {
        owner.fail("message " + attempt.name() + " failed", failure);
        leave();
    }

    /** Nothing is handed over any more; messages that wait for another try stay undone. */
    void halt() {
        halted = true;
        List<Scheduler.Scheduled> alarms = List.copyOf(retrying.values());
        retrying.clear();
        unresolved = 0;
        for (Scheduler.Scheduled alarm : alarms) {
            alarm.cancel();
            leave();
        }
    }

    /** Messages handed over and not yet done, those that wait for another try included. */
    int running() {
        return running;
    }
}
