/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import java.util.concurrent.CompletableFuture;

/** Where the messages of a subscription go. Called from its steps: must not block and must not call back at once. */
public interface MessageHandler {

    /** What is to be done with a message. */
    enum FilterResult {
        DELIVER,
        /** Not wanted (own message, other role): the offset moves past it. */
        SKIP
    }

    /**
     * Decides on a message. Completes later when the answer is not known yet, for example while a send into the same
     * conversation is under way whose echo this may be.
     */
    CompletableFuture<FilterResult> choose(String streamKey, StreamEvent event);

    /**
     * Whether a message may be the echo of a send that a delivery in flight has yet to make. True after a crash, when a
     * message is delivered again whose answer the provider has already: such an echo waits for it.
     */
    default boolean mayBeOwn(StreamEvent event) {
        return false;
    }

    /** Hands a message over to the route on another thread. */
    void deliver(Delivery delivery);

    /** An event that cannot be delivered, or a failure of the subscription that an operator must see. */
    default void report(String streamKey, String what, Throwable cause) {
        report(streamKey, what, cause, true);
    }

    /**
     * The same where many streams may fail alike.
     *
     * @param named false if the log gives only the number of such failures by now; whoever is not a log is told of each
     */
    void report(String streamKey, String what, Throwable cause, boolean named);
}
