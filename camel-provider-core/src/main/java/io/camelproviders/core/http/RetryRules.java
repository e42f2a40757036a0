/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.retry.RetrySafety;

/** Which outcomes a call of a class may be repeated after. */
public final class RetryRules {

    private RetryRules() {}

    /** Whether an answer with this status, which is no success, may be followed by another attempt. */
    public static boolean repeats(RetrySafety repeat, int status) {
        return switch (repeat) {
            case SAFE, KEYED -> status == 408 || status == 429 || (status >= 500 && status != 501);
            case PAID -> status == 429 || status == 500 || (status >= 502 && status <= 504);
            case UNSAFE -> status == 429;
        };
    }

    /** Whether a failure without an answer may be followed by another attempt. */
    public static boolean repeats(RetrySafety repeat, Throwable failure) {
        if (!(failure instanceof TransportException broken) || failure instanceof AbortedException) {
            return false;
        }
        boolean harmless = repeat == RetrySafety.SAFE || repeat == RetrySafety.KEYED;
        return broken.retryable() && (harmless || broken.nothingSent());
    }
}
