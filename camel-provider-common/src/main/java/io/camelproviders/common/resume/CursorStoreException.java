/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.resume;

/** A store of positions that cannot be read or written; the message says what to do. */
public final class CursorStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CursorStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public CursorStoreException(String message) {
        super(message);
    }
}
