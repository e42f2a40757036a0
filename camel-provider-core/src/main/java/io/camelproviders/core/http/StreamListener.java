/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.error.ProviderException;
import java.nio.ByteBuffer;

/**
 * What a stream tells its reader: {@code accepts}, then either {@code answered} or {@code opened} and bytes, and one end.
 * Called on an I/O or timer thread (after an abort also on the thread that aborts), one call at a time, in order; must
 * not block.
 */
public interface StreamListener {

    /**
     * Our side of the stream, told before anything else and on the thread that opens it: what follows may come before
     * {@code open} has returned.
     */
    default void connecting(StreamConnection connection) {}

    /** Whether this head begins a stream. If not, the body is collected like a call's and {@link #answered} tells it. */
    boolean accepts(ResponseHead head);

    /** The stream begins. */
    void opened(ResponseHead head);

    /** Bytes of the body. The buffer is valid during the call only. */
    void bytes(ByteBuffer chunk);

    /** End: the server closed the body properly. */
    void closed();

    /** End: an ordinary answer instead of a stream. */
    void answered(HttpResponse response);

    /** End: broken off, timed out, aborted, over a limit. */
    void failed(ProviderException cause);
}
