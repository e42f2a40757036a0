/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.retry;

/** How a call may be repeated when its outcome is unknown or bad. Each operation row names one. */
public enum RetrySafety {
    /** Reads and idempotent deletes: on transport errors, 408, 429 and 5xx but 501. */
    SAFE,
    /** Writes under an idempotency key: as {@link #SAFE}, always with the same key. */
    KEYED,
    /** Calls that cost money: on refused connections and on an answered 429, 500, 502, 503 or 504, never after a timeout. */
    PAID,
    /** Other writes: on refused connections and on 429 only. */
    UNSAFE
}
