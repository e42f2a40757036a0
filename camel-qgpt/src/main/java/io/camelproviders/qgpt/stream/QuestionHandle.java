/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import java.util.Optional;

/** The asker's side of one question. Thread-safe; no method blocks. */
public interface QuestionHandle {

    /** Id that the outputs of this exchange carry. */
    String request();

    /** Conversation of the exchange, as soon as it is known. */
    Optional<String> conversation();

    /** Says that so many characters of events were taken; without it the shared socket stops being read. */
    void release(int size);

    /**
     * Ends the exchange at once with {@code AbortedException}, and has the server stop its answer as soon as its
     * conversation is known. Others on the socket are not touched. Idempotent; does nothing after the end.
     */
    void cancel();
}
