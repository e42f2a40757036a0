/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sk_1+/=x              | a sk_1+/=x b          | a xxxxxx b",
                "sk_1+/=x              | ?key=sk_1%2B%2F%3Dx&a | ?key=xxxxxx&a",
                "pass\"word\\           | {\"p\":\"pass\\\"word\\\\\"} | {\"p\":\"xxxxxx\"}",
                "pass\"word            | pass\\\\\\\"word          | xxxxxx",
                "abcd                  | abcdabcdabc           | xxxxxxxxxxxxabc",
                "abcd                  | abc                   | abc",
                "abc                   | abc abc               | abc abc",
                "abcd                  | ``                    | ``",
            })
    void masksASecretInEveryForm(String secret, String text, String masked) {
        assertThat(Secrets.of(secret).mask(text)).isEqualTo(masked);
    }

    @Test
    void theLongestOfSecretsThatBeginAlikeIsMasked() {
        // given
        Secrets secrets = Secrets.of("token-1", "token-12", "token-1234");

        // when, then
        assertThat(secrets.mask("token-12345 token-123 token-1")).isEqualTo("xxxxxx5 xxxxxx3 xxxxxx");
    }

    @Test
    void aTemporarySecretIsMaskedUntilItIsForgotten() {
        // given
        Secrets secrets = Secrets.of("lasting");
        secrets.add("ticket-1");
        secrets.add("lasting");

        // when, then
        assertThat(secrets.mask("ticket-1 lasting")).isEqualTo("xxxxxx xxxxxx");
        secrets.forget("ticket-1");
        secrets.forget("lasting");
        secrets.forget("never added");
        assertThat(secrets.mask("ticket-1 lasting")).isEqualTo("ticket-1 xxxxxx");
    }

    @Test
    void theOldestOfTooManyTemporarySecretsIsForgotten() {
        // given
        Secrets secrets = Secrets.of();

        // when
        for (int i = 0; i <= 4_096; i++) {
            secrets.add("ticket-" + i + "-");
        }

        // then
        assertThat(secrets.mask("ticket-0- ticket-1- ticket-4096-")).isEqualTo("ticket-0- xxxxxx xxxxxx");
    }

    @Test
    void whatACallSentAsASecretIsMaskedInItsFailure() {
        // given
        Map<String, Object> body = Map.of(
                "password", "canary-1",
                "auth_config", Map.of("type", "bearer", "value", "canary-2"),
                "tools", List.of(Map.of("apiKey", "canary-3")));
        OperationCall call = new OperationCall(
                SampleOperations.CREATE,
                Map.of(),
                Map.of("ticket", "canary-4"),
                body,
                List.of(new HttpHeader("X-Api-Key", "canary-5")),
                null,
                "canary-1",
                null);
        String echo = "canary-1 canary-2 canary-3 canary-4 canary-5 bearer";
        HttpResponse response = new HttpResponse(
                new ResponseHead(422, List.of(new HttpHeader("X-Echo", echo))),
                echo.getBytes(StandardCharsets.UTF_8),
                1);

        // when
        ProviderException failure = new ErrorContext("acme", call, Secrets.of())
                .add(
                        StatusMapping.exception(
                                422,
                                ErrorDetails.builder(echo)
                                        .code(echo)
                                        .extra(Map.of("said", echo))
                                        .build()),
                        response);

        // then
        assertThat(List.of(
                        failure.getMessage(),
                        failure.code().orElseThrow(),
                        failure.requestId().orElseThrow(),
                        failure.body().orElseThrow(),
                        failure.details().toString()))
                .allSatisfy(text -> assertThat(text).doesNotContain("canary").contains("xxxxxx"));
        assertThat(failure.body()).contains("xxxxxx xxxxxx xxxxxx xxxxxx xxxxxx bearer");
    }
}
