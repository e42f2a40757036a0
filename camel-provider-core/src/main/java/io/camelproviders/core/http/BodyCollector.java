/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.error.LimitExceededException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Gathers a body up to a limit. Used by one I/O thread. */
final class BodyCollector {

    /** A length that the server only claims is believed up to this many bytes. */
    private static final int MOST_AHEAD = 64 * 1024;

    private final int limit;
    private final TransportErrors failures;
    private final ByteArrayOutputStream body;

    /**
     * Refuses a body that announces itself as too long.
     *
     * @param length announced length, below 0 if there is none
     */
    BodyCollector(long length, int limit, TransportErrors failures) {
        this.limit = limit;
        this.failures = failures;
        if (length > limit) {
            throw tooLong();
        }
        this.body = new ByteArrayOutputStream((int) Math.max(0, Math.min(length < 0 ? 512 : length, MOST_AHEAD)));
    }

    void add(ByteBuffer chunk) {
        int length = chunk.remaining();
        if (length > limit - body.size()) {
            throw tooLong();
        }
        if (chunk.hasArray()) {
            body.write(chunk.array(), chunk.arrayOffset() + chunk.position(), length);
        } else {
            byte[] copy = new byte[length];
            chunk.duplicate().get(copy);
            body.write(copy, 0, length);
        }
    }

    byte[] bytes() {
        return body.toByteArray();
    }

    private LimitExceededException tooLong() {
        return failures.limit("the answer's body is longer than maxResponseBytes (" + limit
                + "); ask for less, or raise maxResponseBytes");
    }
}
