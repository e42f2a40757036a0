/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

/** A store of positions that cannot be read or written; the message says what to do. */
public final class OffsetStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OffsetStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public OffsetStoreException(String message) {
        super(message);
    }
}
