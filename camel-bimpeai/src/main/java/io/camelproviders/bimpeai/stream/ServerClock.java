/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.stream;

import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.offset.StreamOffset;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** What time it is for the provider, from the {@code Date} field of its answer (RFC 9110, section 6.6.1). */
final class ServerClock {

    private ServerClock() {}

    /** The server's time as a position; this machine's if the server does not say. */
    static StreamOffset position(ResponseHead head) {
        return new StreamOffset(head.header("Date")
                .map(ServerClock::instant)
                .orElseGet(Instant::now)
                .toString());
    }

    private static Instant instant(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return Instant.now();
        }
    }
}
