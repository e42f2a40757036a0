/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.http;

import io.camelproviders.common.error.AbortedException;
import io.camelproviders.common.error.TransportException;
import io.camelproviders.common.retry.Repeat;

/** Which outcomes a call of a class may be repeated after. */
public final class RetryRule {

    private RetryRule() {}

    /** Whether an answer with this status, which is no success, may be followed by another attempt. */
    public static boolean repeats(Repeat repeat, int status) {
        return switch (repeat) {
            case SAFE, KEYED -> status == 408 || status == 429 || (status >= 500 && status != 501);
            case PAID -> status == 429 || status == 500 || (status >= 502 && status <= 504);
            case UNSAFE -> status == 429;
        };
    }

    /** Whether a failure without an answer may be followed by another attempt. */
    public static boolean repeats(Repeat repeat, Throwable failure) {
        if (!(failure instanceof TransportException broken) || failure instanceof AbortedException) {
            return false;
        }
        boolean harmless = repeat == Repeat.SAFE || repeat == Repeat.KEYED;
        return broken.retryable() && (harmless || broken.nothingSent());
    }
}
