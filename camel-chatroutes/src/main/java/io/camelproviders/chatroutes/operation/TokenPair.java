/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.chatroutes.model.Auth.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Tokens with the times that matter, on the monotonic clock.
 *
 * @param access bearer token; a secret
 * @param refresh buys new ones, or null; a secret
 * @param expires whether the end is known
 * @param renewAt when to renew it, in nanoseconds; means nothing without an end
 * @param endsAt when it is over, in nanoseconds; means nothing without an end
 */
record TokenPair(String access, @Nullable String refresh, boolean expires, long renewAt, long endsAt) {

    private static final long SECOND = 1_000_000_000L;
    /** Renewed this long before the end, or after nine tenths of a short life. */
    private static final long MARGIN = 30 * SECOND;

    private static final long LONGEST = 10L * 365 * 24 * 3_600;

    static TokenPair of(String access, @Nullable String refresh, Tokens tokens, long now) {
        Long seconds = tokens.expiresIn();
        if (seconds == null || seconds <= 0) {
            // Nothing said: it counts until the service refuses it.
            return new TokenPair(access, refresh, false, 0, 0);
        }
        long life = Math.min(seconds, LONGEST) * SECOND;
        return new TokenPair(access, refresh, true, now + life - Math.min(MARGIN, life / 10), now + life);
    }

    boolean dueAt(long now) {
        return expires && now - renewAt >= 0;
    }

    boolean overAt(long now) {
        return expires && now - endsAt >= 0;
    }

    @Override
    public String toString() {
        return "HeldTokens[xxxxxx]";
    }
}
