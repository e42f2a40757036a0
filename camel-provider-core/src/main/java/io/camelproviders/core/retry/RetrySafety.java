/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.retry;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.TransportException;

/** After which outcomes a call may be repeated. Each operation declares one. */
public enum RetrySafety {
    /** Reads and idempotent deletes: on transport errors, 408, 429 and 5xx except 501. */
    SAFE,
    /** Writes with an idempotency key: like {@link #SAFE}, always with the same key. */
    KEYED,
    /** Calls that cost money: on refused connections and on 429, 500, 502, 503 and 504, never after a timeout. */
    PAID,
    /** Other writes: on refused connections and on 429 only. */
    UNSAFE;

    /** Whether a response with this status, which is not 2xx, may be followed by another attempt. */
    public boolean allowsRetryAfter(int status) {
        return switch (this) {
            case SAFE, KEYED -> status == 408 || status == 429 || (status >= 500 && status != 501);
            case PAID -> status == 429 || status == 500 || (status >= 502 && status <= 504);
            case UNSAFE -> status == 429;
        };
    }

    /** Whether a failure without a response may be followed by another attempt. */
    public boolean allowsRetryAfter(Throwable failure) {
        if (!(failure instanceof TransportException broken) || failure instanceof AbortedException) {
            return false;
        }
        boolean harmless = this == SAFE || this == KEYED;
        return broken.retryable() && (harmless || broken.nothingSent());
    }
}
