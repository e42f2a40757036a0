/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.resume;

/**
 * A place in a stream: an opaque id or a time, as the provider gave it. Never compared by order.
 *
 * @param value not blank, at most 1,024 characters
 */
public record Position(String value) {

    /** Longest value that is taken. */
    public static final int MAX_LENGTH = 1_024;

    public Position {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a position has 1 to " + MAX_LENGTH + " characters, this one has " + value.length());
        }
    }
}
