/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.sse;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One unit of a stream before anybody knows what it means.
 *
 * @param type event type; {@code message} where the stream named none
 * @param data payload bytes, UTF-8 text
 * @param id the last event id in force when the frame ended, or null if the stream gave none; empty after an id line
 *     without a value, which is a reset and no position
 * @param ownId whether this very frame carried the id
 * @param size bytes of the stream that the frame took
 */
public record Frame(String type, byte[] data, @Nullable String id, boolean ownId, int size) {

    /** The payload as text; broken UTF-8 becomes U+FFFD. */
    public String text() {
        return new String(data, StandardCharsets.UTF_8);
    }
}
