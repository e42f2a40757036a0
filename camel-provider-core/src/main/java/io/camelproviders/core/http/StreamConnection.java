/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

/** Our side of an open stream. Thread-safe. */
public interface StreamConnection {

    /** Bytes that may be received before the first grant. */
    int INITIAL_CREDIT = 64 * 1024;

    /** Allows this many further bytes to be read from the socket. Without credit the socket is not read. */
    void grant(int bytes);

    /** Closes the socket at once; the listener is told {@code AbortedException} unless it has had its end. Idempotent. */
    void abort();
}
