/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.retry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code Retry-After} field: seconds or one of the three HTTP dates (RFC 9110, sections 10.2.3 and 5.6.7).
 * Parsing takes linear time, however long and hostile the value is.
 */
public final class RetryAfter {

    /** More digits than these do not fit any sensible clock: the value is not understood. */
    private static final int MAX_DIGITS = 10;

    private RetryAfter() {}

    /**
     * The delay that the server asks for.
     *
     * <p>A date counts from the response's own {@code Date}, so that a server whose clock is wrong is still understood;
     * without one it counts from the local wall clock. A date in the past means no delay. A fraction of a second, which the
     * RFC does not define but servers send, is rounded up, so that no retry comes early. Empty, negative, overflowing and
     * other values count as absent: whoever asked falls back to its own back-off.
     *
     * @param value the field's value
     * @param date value of the response's {@code Date} field; null if there is none
     * @param clock local wall clock
     * @return the delay, between zero and a few hundred years; empty if the value is not understood
     */
    public static Optional<Duration> parse(String value, @Nullable String date, Clock clock) {
        String text = value.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            return seconds(text);
        }
        Instant local = clock.instant();
        Optional<Instant> now = date == null ? Optional.empty() : HttpDate.parse(date, local);
        return HttpDate.parse(text, local)
                .map(until -> Duration.between(now.orElse(local), until))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Duration> seconds(String text) {
        int point = digits(text, 0);
        boolean fraction = point < text.length() && text.charAt(point) == '.';
        int end = fraction ? digits(text, point + 1) : point;
        if (end < text.length() || (fraction && end == point + 1)) {
            return Optional.empty();
        }
        int start = 0;
        while (start < point - 1 && text.charAt(start) == '0') {
            start++;
        }
        if (point - start > MAX_DIGITS) {
            return Optional.empty();
        }
        long whole = Long.parseLong(text, start, point, 10);
        return Optional.of(Duration.ofSeconds(fraction ? whole + 1 : whole));
    }

    /** Index of the first character from {@code start} on that is no ASCII digit. */
    private static int digits(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
