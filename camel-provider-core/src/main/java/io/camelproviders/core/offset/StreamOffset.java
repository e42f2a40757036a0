/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

/**
 * A point in a stream: an opaque id or a time, as the provider gave it. Offsets have no order.
 *
 * @param value not blank, at most 1,024 characters
 */
public record StreamOffset(String value) {

    /** Longest value, in characters. */
    public static final int MAX_LENGTH = 1_024;

    public StreamOffset {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "an offset has 1 to " + MAX_LENGTH + " characters, this one has " + value.length());
        }
    }
}
