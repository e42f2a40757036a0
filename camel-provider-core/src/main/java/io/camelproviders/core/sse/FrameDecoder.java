/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.sse;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Bytes in, frames out. Stateful, for one connection and one thread at a time; holds no more than its limits allow. */
public interface FrameDecoder {

    /**
     * Takes all bytes of the buffer.
     *
     * @param frames called for each frame that is complete, in order
     * @throws StreamFormatException if a line or a frame is longer than allowed
     */
    void feed(ByteBuffer bytes, Consumer<Frame> frames);

    /** The stream ended well. Formats without an end mark hand out their last frame here; SSE drops an unfinished one. */
    void end(Consumer<Frame> frames);

    /** The reconnection time that the stream asked for last, if it did. */
    default Optional<Duration> reconnectionTime() {
        return Optional.empty();
    }
}
