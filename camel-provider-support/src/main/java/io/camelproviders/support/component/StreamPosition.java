/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.offset.StreamOffset;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream, or all streams of an account, stand at this moment.
 *
 * @param date the server's time, from the {@code Date} header of its response; null if the response has none
 * @param newest the offset after everything that exists, asked for only when there is no date; null if it is unknown
 * @param empty whether nothing exists yet, so that nothing can be missed after {@code newest}
 */
public record StreamPosition(
        @Nullable Instant date, @Nullable StreamOffset newest, boolean empty) {

    /** The server's time. */
    public static StreamPosition at(Instant date) {
        return new StreamPosition(date, null, false);
    }

    /** After the newest message that exists; a message that was created since the start of the route may be that one. */
    public static StreamPosition after(@Nullable StreamOffset newest) {
        return new StreamPosition(null, newest, false);
    }

    /** Nothing exists yet; everything to come was created after this offset. */
    public static StreamPosition empty(@Nullable StreamOffset beginning) {
        return new StreamPosition(null, beginning, true);
    }

    /** The {@code Date} header of a response (RFC 9110, section 6.6.1); empty if it is absent or malformed. */
    public static Optional<Instant> date(ResponseHead head) {
        return head.header("Date").flatMap(StreamPosition::instant);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
