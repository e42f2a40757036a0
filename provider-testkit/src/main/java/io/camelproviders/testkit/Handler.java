/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

/** Answers the requests of a {@link LoopbackServer}. */
@FunctionalInterface
public interface Handler {

    /**
     * Called on the server's one thread for each complete request, so it must not block. The answer may be given later, from any thread.
     * An exception becomes a 500 and is kept in {@link LoopbackServer#failures()}.
     */
    void handle(Request request, Responder responder);
}
