/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.BadRequestException;
import io.camelproviders.core.error.ConflictException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IgptErrorsTest {

    private static final ErrorDetails DETAILS = ErrorDetails.of("x");

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(new AuthenticationException(DETAILS), "auth"),
                Arguments.of(new BadRequestException(DETAILS), "params"),
                Arguments.of(new InvalidRequestException(DETAILS), "params"),
                Arguments.of(new RateLimitException(DETAILS), "network_error"),
                Arguments.of(new ServerException(DETAILS), "network_error"),
                Arguments.of(new ConflictException(DETAILS), "client_error"),
                Arguments.of(new TransportException(DETAILS), "network_error"),
                Arguments.of(new ProviderTimeoutException(DETAILS), "timeout"),
                Arguments.of(new AbortedException(DETAILS), "request_aborted"),
                Arguments.of(new DecodeException(DETAILS), "invalid_json_response"),
                Arguments.of(new LimitExceededException(DETAILS), "client_error"),
                Arguments.of(new StreamFaultException(DETAILS, null, "", 0), "network_error"),
                Arguments.of(
                        new StreamFaultException(DETAILS, new ProviderTimeoutException(DETAILS), "", 0), "timeout"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":\"auth\"} | true",
                "{\"error\":{\"code\":1}} | true",
                "{\"error\":null} | false",
                "{\"message\":\"not found\"} | false",
                "\"error\" | false",
                "<html>403</html> | false",
                "`` | false"
            })
    void theProvidersOwnErrorsAreKnownByTheirField(String body, boolean own) {
        HttpResponse response =
                new HttpResponse(new ResponseHead(403, List.of()), body.getBytes(StandardCharsets.UTF_8), 1);

        assertThat(new IgptProtocol("key", Json.standard()).isProviderError(response))
                .isEqualTo(own);
    }

    @ParameterizedTest
    @MethodSource("words")
    void eachFailureHasItsWord(ProviderException failure, String word) {
        Map<String, Object> map = IgptErrors.toMap(failure);

        assertThat(map).containsOnlyKeys("error", "status", "message").containsEntry("error", word);
    }

    static Stream<Arguments> classes() {
        return Stream.of(
                Arguments.of("auth", AuthenticationException.class),
                Arguments.of("params", BadRequestException.class),
                Arguments.of("network_error", TransportException.class),
                Arguments.of("timeout", ProviderTimeoutException.class),
                Arguments.of("request_aborted", AbortedException.class),
                Arguments.of("invalid_json_response", DecodeException.class),
                Arguments.of("client_error", ProviderFaultException.class),
                Arguments.of("quota", ProviderFaultException.class));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void eachWordHasItsFailureAndComesBack(String word, Class<?> type) {
        ProviderException failure = Objects.requireNonNull(IgptErrors.inAnswer(Map.of("error", word), 200));

        assertThat(failure).isInstanceOf(type);
        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure.code()).contains(word);
        assertThat(IgptErrors.toMap(failure)).containsEntry("error", word).containsEntry("status", 200);
        assertThat(IgptErrors.fromMap(IgptErrors.toMap(failure))).hasSameClassAs(failure);
    }

    @Test
    void anErrorObjectTellsCodeAndMessage() {
        ProviderException failure = Objects.requireNonNull(
                IgptErrors.inAnswer(Map.of("error", Map.of("code", "quota", "message", "all used up")), 200));

        assertThat(failure.code()).contains("quota");
        assertThat(failure).hasMessageContaining("all used up");
    }

    @Test
    void answersWithoutAnErrorAreNone() {
        assertThat(IgptErrors.inAnswer(Collections.singletonMap("error", null), 200))
                .isNull();
        assertThat(IgptErrors.inAnswer(Map.of("error", false), 200)).isNull();
        assertThat(IgptErrors.inAnswer(List.of("error"), 200)).isNull();
        assertThat(IgptErrors.inAnswer(null, 200)).isNull();
    }
}
