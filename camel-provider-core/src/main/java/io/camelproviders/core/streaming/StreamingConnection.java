/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

/** Our side of one question while it is being answered. Thread-safe; no method blocks. */
public interface StreamingConnection {

    /** Items of so many bytes were handed on: the room they took may be filled again. */
    void release(int bytes);

    /** Stops the answer at once: closes the socket, or tells the provider to stop. Idempotent. */
    void abort();

    /** The end mark was read: nothing more is wanted, and the connection may serve another question. Idempotent. */
    void finished();
}
