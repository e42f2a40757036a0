/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SerializationTest {

    private static final ErrorDetails DETAILS = ErrorDetails.builder("it failed")
            .provider("acme")
            .operation("things/create")
            .status(429)
            .code("slow_down")
            .requestId("req-1")
            .fieldErrors(List.of(new FieldError("name", "is too long")))
            .retryAfter(Duration.ofSeconds(3))
            .retryable(true)
            .attempts(2)
            .body("{}")
            .extra(Map.of("limit", 3, "headers", Map.of("A", "b"), "odd", new Object() {
                @Override
                public String toString() {
                    return "as text";
                }
            }))
            .build();

    static Stream<ProviderException> failures() {
        return Stream.of(
                new AbortedException(DETAILS),
                new AuthenticationException(DETAILS),
                new BadRequestException(DETAILS),
                new ConflictException(DETAILS),
                new DecodeException(DETAILS),
                new FieldValidationException(DETAILS),
                new HttpStatusException(DETAILS),
                new InvalidRequestException(DETAILS),
                new LimitExceededException(DETAILS),
                new NotFoundException(DETAILS),
                new NotImplementedByProviderException(DETAILS),
                new PermissionDeniedException(DETAILS),
                new ProtocolException(DETAILS),
                new ProviderFaultException(DETAILS),
                new ProviderTimeoutException(DETAILS),
                new RateLimitException(DETAILS),
                new ServerException(DETAILS),
                new StreamFaultException(DETAILS, new IOException("reset"), "Hel", 2),
                new TransportException(DETAILS, new IOException("reset")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureKeepsWhatItKnowsWhenItIsSerialized(ProviderException failure) throws Exception {
        // when
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(failure);
        ProviderException back =
                (ProviderException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        // then
        assertThat(back).hasSameClassAs(failure).hasMessage(failure.getMessage());
        assertThat(back.details()).isEqualTo(failure.details());
        assertThat(back.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(back.details().extra()).containsEntry("odd", "as text");
        if (back instanceof StreamFaultException fault) {
            assertThat(fault.partialText()).isEqualTo("Hel");
        }
    }
}
