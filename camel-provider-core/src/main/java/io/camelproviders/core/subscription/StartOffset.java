/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.subscription.StreamSubscription.Beginning;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds where a stream begins: the stored position, else {@code after}, else now. "Now" is pinned once and stored before
 * the first connection, so that a stream that drops before its first message loses nothing. Confined to the steps of its
 * subscription, and heard only while that is STARTING.
 */
final class StartOffset {

    private final StreamSubscription owner;
    private final Beginning beginning;

    StartOffset(StreamSubscription owner, Beginning beginning) {
        this.owner = owner;
        this.beginning = beginning;
    }

    void locate() {
        CompletableFuture<?> unused = Futures.ask(beginning.companions()::recall)
                .thenCompose(nothing -> owner.parts.store().load(beginning.offsetKey()))
                .whenComplete((value, failure) -> owner.whileStarting(() -> {
                    StreamOffset after = owner.settings.after();
                    if (failure != null) {
                        owner.startAgain("the stored offset cannot be read", failure, this::locate);
                    } else if (value.isPresent()) {
                        owner.begin(new StreamOffset(value.get()));
                    } else if (after != null) {
                        owner.begin(after);
                    } else {
                        pin(beginning.pinned());
                    }
                }));
    }

    /** Asks for a position, stores it, begins there. */
    private void pin(Supplier<CompletableFuture<StreamOffset>> question) {
        ask(question, this::keep);
    }

    /** Asks for a position until it is known. */
    void ask(Supplier<CompletableFuture<StreamOffset>> question, Consumer<StreamOffset> answered) {
        CompletableFuture<?> unused = Futures.ask(question)
                .whenComplete((position, failure) -> owner.whileStarting(() -> {
                    if (failure == null) {
                        answered.accept(position);
                        return;
                    }
                    ProviderException cause = Futures.cause(failure);
                    if (ReconnectDecision.ofHandshake(cause, owner.settings.retryOnAuthFailure())
                            == ReconnectDecision.FATAL) {
                        owner.fail("where to begin cannot be asked for", cause);
                    } else {
                        owner.startAgain("where to begin cannot be asked for", cause, () -> ask(question, answered));
                    }
                }));
    }

    private void keep(StreamOffset position) {
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
