/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.sse;

/** A stream that cannot be read on: a line or a frame beyond its limit. */
public final class StreamFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StreamFormatException(String message) {
        super(message);
    }
}
