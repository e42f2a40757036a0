/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.subscription;

import io.camelproviders.common.error.ProviderException;
import io.camelproviders.common.resume.Position;
import io.camelproviders.common.subscription.StreamSubscription.Beginning;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
        CompletableFuture<?> unused = owner.parts
                .store()
                .load(beginning.offsetKey())
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
    void pin(Supplier<CompletableFuture<Position>> question) {
        CompletableFuture<?> unused = question.get()
                .whenComplete((position, failure) -> owner.whileStarting(() -> {
                    if (failure == null) {
                        keep(position);
                        return;
                    }
                    ProviderException cause = StreamSubscription.provider(failure);
                    if (Verdict.ofHandshake(cause, owner.settings.retryOnAuthFailure()) == Verdict.FATAL) {
                        owner.fail("where to begin cannot be asked for", cause);
                    } else {
                        owner.startAgain("where to begin cannot be asked for", cause, () -> pin(question));
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
