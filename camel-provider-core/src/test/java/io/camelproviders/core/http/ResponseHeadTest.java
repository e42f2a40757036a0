/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadTest {

    private static ResponseHead typed(String contentType) {
        return new ResponseHead(200, List.of(new HttpHeader("content-TYPE", contentType)));
    }

    @ParameterizedTest
    @CsvSource({
        "text/event-stream, text/event-stream",
        "'Text/Event-Stream; charset=utf-8', text/event-stream",
        "'text/event-stream;;;', text/event-stream",
        "';', ''",
        "'text/html, text/event-stream', 'text/html, text/event-stream'"
    })
    void readsTheMediaTypeWithoutItsParameters(String value, String type) {
        assertThat(typed(value).mediaType()).isEqualTo(type);
    }

    @Test
    void knowsThatThereIsNone() {
        assertThat(new ResponseHead(200, List.of()).mediaType()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "a/", " ", "a;b=\"", "/"})
    void costsLinearTime(String piece) {
        // given
        String value = piece.repeat(1_000_000 / piece.length()) + "x";
        ResponseHead head = typed(value);
        head.mediaType();
        // when
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            head.mediaType();
        }
        // then: quadratic time would take minutes
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
