/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.qgpt.model.Conversations.StreamedIdentifier;

/**
 * Hears of conversations. One call at a time, in order, on a thread of the transport or the timer; must not block or run
 * foreign code.
 */
public interface ConversationsListener {

    /** A conversation was made, changed or deleted; to be given back with {@link ConversationsSocket#taken}. */
    void changed(StreamedIdentifier change);

    /** A message that could not be read; the next ones are. */
    void malformed(String text, DecodeException cause);

    /** The socket is connected: what changed before, since the last time it was, is not told. */
    default void connected() {}
}
