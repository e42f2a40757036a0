/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.subscription;

import io.camelproviders.common.error.ProviderException;
import io.camelproviders.common.resume.Position;
import io.camelproviders.common.subscription.StreamSubscription.Beginning;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds where a stream begins: the stored position, else {@code after}, else now. "Now" is pinned once and stored before
 * the first connection, so that a stream that drops before its first message loses nothing. Confined to the steps of its
 * subscription, and heard only while that is STARTING.
 */
final class StartPosition {

    private final StreamSubscription owner;
    private final Beginning beginning;

    StartPosition(StreamSubscription owner, Beginning beginning) {
        this.owner = owner;
        this.beginning = beginning;
    }

    void locate() {
        CompletableFuture<?> unused = Question.ask(beginning.companions()::recall)
                .thenCompose(nothing -> owner.parts.store().load(beginning.offsetKey()))
                .whenComplete((value, failure) -> owner.whileStarting(() -> {
                    Position after = owner.settings.after();
                    if (failure != null) {
                        owner.startAgain("the stored offset cannot be read", failure, this::locate);
                    } else if (value.isPresent()) {
                        owner.begin(new Position(value.get()));
                    } else if (after != null) {
                        owner.begin(after);
                    } else {
                        pin(beginning.pinned());
                    }
                }));
    }

    /** Asks for a position, stores it, begins there. */
    private void pin(Supplier<CompletableFuture<Position>> question) {
        ask(question, this::keep);
    }

    /** Asks for a position until it is known. */
    void ask(Supplier<CompletableFuture<Position>> question, Consumer<Position> answered) {
        CompletableFuture<?> unused = Question.ask(question)
                .whenComplete((position, failure) -> owner.whileStarting(() -> {
                    if (failure == null) {
                        answered.accept(position);
                        return;
                    }
                    ProviderException cause = Question.cause(failure);
                    if (Verdict.ofHandshake(cause, owner.settings.retryOnAuthFailure()) == Verdict.FATAL) {
                        owner.fail("where to begin cannot be asked for", cause);
                    } else {
                        owner.startAgain("where to begin cannot be asked for", cause, () -> ask(question, answered));
                    }
                }));
    }

    private void keep(Position position) {
        CompletableFuture<?> unused = owner.parts
                .store()
                .save(Map.of(beginning.offsetKey(), position.value()))
                .whenComplete((nothing, failure) -> owner.whileStarting(() -> {
                    if (failure == null) {
                        owner.begin(position);
                    } else {
                        owner.startAgain("the first offset cannot be stored", failure, () -> keep(position));
                    }
                }));
    }
}
