/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

/** A store of offsets that cannot be read or written; the message says what to do. */
public class OffsetStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OffsetStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public OffsetStoreException(String message) {
        super(message);
    }

    /**
     * Another owner has taken the offsets over. Final: nothing was stored, and nothing can be stored through this store
     * again.
     */
    public static final class Fenced extends OffsetStoreException {

        private static final long serialVersionUID = 1L;

        public Fenced(String message) {
            super(message);
        }
    }
}
