/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long we wait. All run on the monotonic clock; each passed one ends in a {@code ProviderTimeoutException}.
 *
 * @param connect until the TCP connection (and TLS) stands
 * @param head from the start of the attempt until the answer's head is there
 * @param total from the start of the attempt until the body has ended, retries not included; null for streams
 * @param firstByte of a stream: from the head to the first body byte; null for none
 * @param idle of a stream: between two body bytes while we are reading; null for none
 */
public record Timeouts(
        Duration connect,
        Duration head,
        @Nullable Duration total,
        @Nullable Duration firstByte,
        @Nullable Duration idle) {

    /** For an ordinary call: one total deadline, body included. */
    public static Timeouts call(Duration connect, Duration total) {
        return new Timeouts(connect, total, total, null, null);
    }

    /** For a stream without end. */
    public static Timeouts stream(Duration connect, Duration head, @Nullable Duration firstByte, Duration idle) {
        return new Timeouts(connect, head, null, firstByte, idle);
    }
}
