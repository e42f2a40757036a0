/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

/**
 * A place in a stream: an opaque id or a time, as the provider gave it. Never compared by order.
 *
 * @param value not blank, at most 1,024 characters
 */
public record StreamOffset(String value) {

    /** Longest value that is taken. */
    public static final int MAX_LENGTH = 1_024;

    public StreamOffset {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a position has 1 to " + MAX_LENGTH + " characters, this one has " + value.length());
        }
    }
}
