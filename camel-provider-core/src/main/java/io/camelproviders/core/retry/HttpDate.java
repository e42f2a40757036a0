/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.retry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Reads the three date forms of HTTP (RFC 9110, section 5.6.7). The day's name is not checked, the rest is. */
final class HttpDate {

    /** Longer than any of the three forms. */
    private static final int LONGEST = 40;

    private static final DateTimeFormatter IMF = format("dd MMM ", " HH:mm:ss 'GMT'");
    private static final DateTimeFormatter ASCTIME = format("MMM d HH:mm:ss ", "");

    private HttpDate() {}

    /**
     * Reads a date.
     *
     * @param text the field's value
     * @param now decides the century of a two-digit year: never more than 50 years ahead
     */
    static Optional<Instant> parse(String text, Instant now) {
        String value = text.strip();
        if (value.length() > LONGEST) {
            return Optional.empty();
        }
        int comma = value.indexOf(',');
        int blank = value.indexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        try {
            if (comma < 0) {
                String date = value.substring(blank + 1).replace("  ", " ");
                return Optional.of(LocalDateTime.parse(date, ASCTIME).toInstant(ZoneOffset.UTC));
            }
            String date = value.substring(comma + 1).strip();
            DateTimeFormatter form = date.indexOf('-') > 0 ? rfc850(now) : IMF;
            return Optional.of(LocalDateTime.parse(date, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** A year has exactly four digits; the letters of a pattern would accept a sign and up to nine. */
    private static DateTimeFormatter format(String before, String after) {
        return new DateTimeFormatterBuilder()
                .appendPattern(before)
                .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NOT_NEGATIVE)
                .appendPattern(after)
                .toFormatter(Locale.ENGLISH);
    }

    private static DateTimeFormatter rfc850(Instant now) {
        return new DateTimeFormatterBuilder()
                .appendPattern("dd-MMM-")
                .appendValueReduced(
                        ChronoField.YEAR, 2, 2, now.atZone(ZoneOffset.UTC).getYear() - 49)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
    }
}
