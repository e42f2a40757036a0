/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.FieldError;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.ProviderProtocol.Decoded;
import io.camelproviders.core.paging.PageInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BimpeaiProtocolTest {

    private final BimpeaiProtocol protocol = new BimpeaiProtocol(" sk_demo\n", "camel-bimpeai/0.1", Json.standard());

    private static OperationCall call(String name, @Nullable Map<String, Object> body, HttpHeader... headers) {
        return new OperationCall(
                BimpeaiOperations.TABLE.get(name), Map.of(), Map.of(), body, List.of(headers), "key-1", "req-1", null);
    }

    private static HttpResponse answer(int status, String body, String... headers) {
        List<HttpHeader> fields = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(new HttpHeader(headers[i], headers[i + 1]));
        }
        return new HttpResponse(new ResponseHead(status, fields), body.getBytes(StandardCharsets.UTF_8), 1);
    }

    private static List<String> lines(List<HttpHeader> headers) {
        return headers.stream()
                .map(header -> header.name() + ": " + header.value())
                .toList();
    }

    @Test
    void aWriteWithABodyCarriesAllHeadersInOrder() {
        assertThat(lines(protocol.headers(call("messages/send", Map.of("message", "hi")))))
                .containsExactly(
                        "Authorization: Bearer sk_demo",
                        "Accept: application/json",
                        "User-Agent: camel-bimpeai/0.1",
                        "X-Request-Id: req-1",
                        "Content-Type: application/json",
                        "Idempotency-Key: key-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"message\":\"Resource not found\",\"code\":\"not_found\"} | true",
                "{\"message\":[\"a: b\"],\"statusCode\":400} | true",
                "{\"message\":\"gone\",\"request_id\":\"6f\"} | true",
                "{\"message\":\"not found\"} | false",
                "{\"code\":\"not_found\"} | false",
                "{\"message\":null,\"code\":\"x\"} | false",
                "[{\"message\":\"x\",\"code\":\"y\"}] | false",
                "<html>404</html> | false",
                "`` | false"
            })
    void knowsItsOwnErrorsByTheirEnvelope(String body, boolean own) {
        for (int status : new int[] {401, 403, 404, 500, 503}) {
            assertThat(protocol.isProviderError(answer(status, body, "Content-Type", "text/html")))
                    .isEqualTo(own);
        }
    }

    @Test
    void anErrorEnvelopeUnderA200IsAnError() {
        assertThatThrownBy(() -> protocol.decode(
                        call("agents/delete", null),
                        answer(200, "{\"message\":\"Resource not found\",\"code\":\"not_found\"}")))
                .isInstanceOf(ProviderFaultException.class)
                .hasMessageContaining("Resource not found");
    }

    @Test
    void aReadHasNoKeyAndNoMediaType() {
        assertThat(lines(protocol.headers(call("agents/list", null))))
                .containsExactly(
                        "Authorization: Bearer sk_demo",
                        "Accept: application/json",
                        "User-Agent: camel-bimpeai/0.1",
                        "X-Request-Id: req-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/stream-ticket", "agents/delete", "mcp-servers/discover"})
    void aWriteWithoutABodyHasAKeyAndNoMediaType(String name) {
        assertThat(lines(protocol.headers(call(name, null))))
                .contains("Idempotency-Key: key-1")
                .noneMatch(line -> line.startsWith("Content-Type"));
    }

    @Test
    void theCallersHeadersComeLastAndWin() {
        assertThat(lines(protocol.headers(
                        call("agents/list", null, new HttpHeader("accept", "text/x"), new HttpHeader("X-More", "1")))))
                .contains("accept: text/x", "X-More: 1")
                .doesNotContain("Accept: application/json");
    }

    @Test
    void theStreamCarriesNothingButAcceptAndUserAgent() {
        assertThat(lines(protocol.headers(call("messages/stream", null, new HttpHeader("Authorization", "Bearer x")))))
                .containsExactly("Accept: text/event-stream", "User-Agent: camel-bimpeai/0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "sk_a\nb", "sk_é"})
    void aKeyThatNoHeaderCanCarryIsRefusedAndNotRepeated(String key) {
        assertThatThrownBy(() -> new BimpeaiProtocol(key, "x", Json.standard()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageNotContaining("sk_");
    }

    @Test
    void opensTheEnvelopeAndItsPagingValues() {
        // given
        String body = "{\"message\":\"ok\",\"data\":[{\"id\":\"a\"}],\"meta\":{\"total_count\":51,\"page_count\":2,"
                + "\"current_page\":2,\"limit\":50,\"has_next_page\":false,\"has_previous_page\":true,\"more\":1}}";

        // when
        Decoded opened = protocol.decode(call("agents/list", null), answer(200, body));

        // then
        assertThat(opened.payload()).isEqualTo(List.of(Map.of("id", "a")));
        assertThat(opened.page()).isEqualTo(new PageInfo(2, 50, 51, 2, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"ok\",\"data\":[]}",
                "{\"message\":\"ok\",\"data\":[],\"meta\":null}",
                "{\"message\":\"ok\",\"data\":[],\"meta\":[]}",
                "{\"message\":\"ok\",\"data\":[],\"meta\":{}}",
                "{\"message\":\"ok\",\"data\":[],\"meta\":{\"has_next_page\":true}}",
                "{\"message\":\"ok\",\"data\":[],\"meta\":{\"has_next_page\":\"yes\",\"current_page\":\"1\"}}"
            })
    void missingOrBrokenPagingValuesMeanThatThisIsTheOnlyPage(String body) {
        assertThat(protocol.decode(call("agents/list", null), answer(200, body))
                        .page()
                        .hasNext())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"message\":\"deleted\"}", "{\"message\":\"deleted\",\"data\":null}"})
    void aDeleteMayAnswerWithNothing(String body) {
        assertThat(protocol.decode(call("agents/delete", null), answer(200, body))
                        .payload())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"data\":{}}", "{\"message\":7,\"data\":{}}", "\"x\"", "<html>", "{"})
    void a200ThatIsNoEnvelopeIsAProtocolFault(String body) {
        assertThatThrownBy(() -> protocol.decode(call("agents/retrieve", null), answer(200, body)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("envelope");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "404 | {\"message\":\"Resource not found\",\"code\":\"not_found\"} | Resource not found | not_found",
                "400 | {\"message\":[\"a: b\",\"c\"],\"code\":\"bad_request\"}      | a: b; c            | bad_request",
                "502 | <html>Bad gateway</html>                                   | HTTP 502           | -",
                "500 | {\"message\":null}                                         | HTTP 500           | -",
                "500 | [\"x\"]                                                    | HTTP 500           | -",
                "503 | ``                                                         | HTTP 503           | -",
                "500 | {\"message\":[1,null,\"t\"],\"code\":7}                     | t                  | -",
            })
    void anErrorBodyTellsMessageAndCode(int status, String body, String message, @Nullable String code) {
        // given, when
        ErrorDetails details = protocol.fault(call("agents/list", null), answer(status, body));

        // then
        assertThat(details.message()).isEqualTo(message);
        assertThat(details.code()).isEqualTo(code);
        assertThat(details.status()).isEqualTo(status);
        assertThat(details.fieldErrors()).isEmpty();
    }

    @Test
    void aValidationErrorIsSplitIntoFields() {
        // given
        String body = "{\"message\":[\"name: must not be empty\",\"plain\",\" a . b :c: d \"],"
                + "\"code\":\"validation_error\",\"request_id\":\"body-id\"}";

        // when
        ErrorDetails details = protocol.fault(call("agents/create", Map.of()), answer(400, body));

        // then
        assertThat(details.fieldErrors())
                .isEqualTo(Arrays.asList(
                        new FieldError("name", "must not be empty"),
                        new FieldError("", "plain"),
                        new FieldError("a . b", "c: d")));
        assertThat(details.requestId()).isEqualTo("body-id");
    }

    @Test
    void aPlainValidationMessageNamesNoField() {
        assertThat(protocol.fault(
                                call("agents/create", Map.of()),
                                answer(400, "{\"message\":\"name: x\",\"code\":\"validation_error\"}"))
                        .fieldErrors())
                .isEmpty();
    }

    @Test
    void rateLimitFiguresAreKept() {
        // given
        HttpResponse limited = answer(
                429,
                "{\"message\":\"Too many requests\",\"code\":\"too_many_requests\",\"request_id\":\"no\"}",
                "X-RateLimit-Limit",
                "60",
                "x-ratelimit-remaining",
                "0",
                "X-RateLimit-Reset",
                "1782892802",
                "X-Request-Id",
                "head-id");

        // when
        ErrorDetails details = protocol.fault(call("agents/list", null), limited);

        // then
        assertThat(details.extra()).isEqualTo(Map.of("limit", 60L, "remaining", 0L, "reset_at", 1_782_892_802L));
        assertThat(details.requestId()).isEqualTo("head-id");
        assertThat(protocol.fault(call("agents/list", null), answer(429, "", "X-RateLimit-Limit", "9".repeat(500)))
                        .extra())
                .isEmpty();
    }
}
