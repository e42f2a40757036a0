/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.error.ProviderException;
import java.nio.ByteBuffer;

/**
 * Callbacks of a stream: {@code onConnecting} and {@code accepts}, then either {@code onResponse} or {@code onOpen} and bytes, and
 * exactly one end. Called on an I/O or timer thread (after an abort also on the thread that aborts), one call at a time, in order;
 * must not block.
 */
public interface StreamListener {

    /**
     * The connection, before anything else and on the thread that opens it: other callbacks may come before {@code open} has
     * returned.
     */
    default void onConnecting(StreamConnection connection) {}

    /** Whether this head begins a stream. If not, the body is collected like a call's and passed to {@link #onResponse}. */
    boolean accepts(ResponseHead head);

    /** The stream begins. */
    void onOpen(ResponseHead head);

    /** Bytes of the body. The buffer is valid during the call only. */
    void onBytes(ByteBuffer chunk);

    /** End: the server closed the body properly. */
    void onClose();

    /** End: an ordinary response instead of a stream. */
    void onResponse(HttpResponse response);

    /** End: broken, timed out, aborted, or over a limit. */
    void onFailure(ProviderException cause);
}
