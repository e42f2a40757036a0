/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.camelproviders.chatroutes.model.Messages.Usage;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.FieldError;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.BaseUrl;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.ProviderProtocol.Decoded;
import io.camelproviders.core.paging.PageInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

    private final ChatroutesProtocol protocol = ChatroutesProtocol.withApiKey("KEY", Json.standard());

    @ParameterizedTest
    @CsvSource({
        "https://api.chatroutes.com,https://api.chatroutes.com/api/v1",
        "https://api.chatroutes.com/,https://api.chatroutes.com/api/v1",
        "https://api.chatroutes.com/api/v1,https://api.chatroutes.com/api/v1",
        "https://api.chatroutes.com/api/v1/,https://api.chatroutes.com/api/v1",
        "http://127.0.0.1:1234/proxy,http://127.0.0.1:1234/proxy/api/v1",
        "http://127.0.0.1:1234/proxy/api/v1,http://127.0.0.1:1234/proxy/api/v1"
    })
    void takesTheBaseUrlWithAndWithoutItsPrefix(String baseUrl, String whole) {
        assertThat(BaseUrl.parse(baseUrl, false).withPrefix(protocol.pathPrefix()))
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"success\":false,\"error\":\"NOT_FOUND\"} | true",
                "{\"success\":false,\"error\":{\"code\":\"x\"}} | true",
                "{\"success\":false} | false",
                "{\"error\":\"not found\"} | false",
                "{\"success\":true,\"error\":\"x\"} | false",
                "<html>404</html> | false",
                "`` | false"
            })
    void knowsItsOwnErrorsByTheirEnvelope(String body, boolean own) {
        assertThat(protocol.isProviderError(
                        new HttpResponse(new ResponseHead(404, List.of()), body.getBytes(StandardCharsets.UTF_8), 1)))
                .isEqualTo(own);
    }

    @Test
    void sendsTheContentTypeOnEveryRequestAndTheKeyWhereItBelongs() {
        assertThat(ChatroutesOperations.ROWS).allSatisfy(row -> {
            List<HttpHeader> headers = protocol.headers(call(row.name()));

            boolean open =
                    List.of("auth/register", "auth/login", "auth/refresh-token").contains(row.name());
            String accept = row.name().equals("messages/stream") ? "text/event-stream" : "*/*";
            assertThat(headers).contains(new HttpHeader("Content-Type", "application/json"));
            assertThat(headers).contains(new HttpHeader("Accept", accept));
            assertThat(headers.contains(new HttpHeader("Authorization", "ApiKey KEY")))
                    .isEqualTo(!open);
            assertThat(protocol.keyed(row)).isFalse();
        });
    }

    @Test
    void neverPrintsTheKey() {
        assertThat(ChatroutesProtocol.withApiKey("canary-1", Json.standard()).toString())
                .doesNotContain("canary-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"data\":{\"conversation\":{\"id\":\"c\"}}}",
                "{\"success\":true,\"conversation\":{\"id\":\"c\"}}",
                "{\"conversation\":{\"id\":\"c\"}}",
                "{\"success\":true,\"data\":{\"id\":\"c\"}}",
                "{\"data\":{\"conversation\":\"text\",\"id\":\"c\"}}",
                "{\"id\":\"c\"}",
                "{\"success\":true,\"id\":\"c\"}",
                "{\"success\":true,\"message\":\"fine\",\"data\":{\"conversation\":{\"id\":\"c\"}}}"
            })
    void findsTheRecordInEveryShapeOfTheEnvelope(String body) {
        assertThat(opened("conversations/get", body).payload())
                .asInstanceOf(MAP)
                .containsEntry("id", "c")
                .doesNotContainKey("success");
    }

    @Test
    void doesNotTakeAWordAboutTheOutcomeForTheMessageThatWasChanged() {
        Decoded opened = opened(
                "messages/update", "{\"success\":true,\"message\":\"Updated\",\"data\":{\"message\":{\"id\":\"m\"}}}");

        assertThat(opened.payload()).isEqualTo(Map.of("id", "m"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"data\":{\"messages\":[{\"id\":\"m\"}]}}",
                "{\"messages\":[{\"id\":\"m\"}]}",
                "{\"success\":true,\"messages\":[{\"id\":\"m\"}]}",
                "{\"success\":true,\"data\":[{\"id\":\"m\"}]}",
                "[{\"id\":\"m\"}]"
            })
    void findsTheListInEveryShapeOfTheEnvelope(String body) {
        assertThat(opened("messages/list", body).payload()).isEqualTo(List.of(Map.of("id", "m")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conversations/get|{\"success\":true,\"data\":null}",
                "conversations/get|{\"success\":true,\"data\":{\"conversation\":null}}",
                "messages/send|{\"success\":true,\"data\":null}",
                "conversations/get-tree|{\"success\":true,\"data\":null}",
                "branches/merge|{\"success\":true}",
                "checkpoints/recreate|''",
                "conversations/update|''",
                "conversations/delete|{\"success\":true,\"data\":null}",
                "conversations/delete|''",
                "conversations/get|null"
            })
    void survivesAnswersThatHoldNothing(String operation, String body) {
        assertThat(opened(operation, body).payload()).isIn(null, Map.of());
    }

    @Test
    void takesAnExplicitNullForAnEmptyList() {
        assertThat(opened("messages/list", "{\"success\":true,\"data\":null}").payload())
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"data\":{}}",
                "{\"success\":true}",
                "{\"success\":true,\"data\":{\"items\":[]}}",
                "\"text\"",
                "7",
                ""
            })
    void neverTakesAMissingListForAnEmptyOne(String body) {
        assertThatThrownBy(() -> opened("messages/list", body)).isInstanceOf(DecodeException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conversations/get|<html>Sign in</html>",
                "conversations/delete|<html>Sign in</html>",
                "conversations/get|[]",
                "conversations/get|\"text\"",
                "conversations/get|{\"hello\":\"world\"}",
                "messages/send|{\"hello\":\"world\"}"
            })
    void refusesWhatIsNoAnswerOfTheService(String operation, String body) {
        assertThatThrownBy(() -> opened(operation, body)).isInstanceOfSatisfying(DecodeException.class, e -> {
            assertThat(e.operation()).isEqualTo(operation);
            assertThat(e.status()).isEqualTo(200);
            assertThat(e.body()).isPresent();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"success\":false,\"error\":\"Quota exceeded\"}",
                "{\"success\":false,\"message\":\"Quota exceeded\",\"error\":\"QUOTA\",\"data\":{\"id\":\"c\"}}",
                "{\"error\":\"Quota exceeded\"}",
                "{\"success\":false,\"error\":{\"message\":\"Quota exceeded\"}}"
            })
    void takesASoftFailureForAnErrorInEveryOperation(String body) {
        assertThat(ChatroutesOperations.ROWS).allSatisfy(row -> assertThatThrownBy(() -> opened(row.name(), body))
                .isInstanceOf(ProviderFaultException.class)
                .hasMessageContaining("Quota exceeded"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{~conversations~:[{}],~total~:21,~page~:3,~limit~:10,~hasNext~:false}|3|3|21|false",
                "{~success~:true,~data~:{~conversations~:[{}],~total~:21,~page~:2,~limit~:10,~hasNext~:true}}|2|2|21|true",
                "{~success~:true,~data~:{~conversations~:[{}],~total~:21,~page~:2,~limit~:10}}|2|2|21|true",
                "{~conversations~:[{}],~total~:20,~page~:2,~limit~:10}|2|2|20|false",
                "{~conversations~:[{}],~total~:~21~}|2|2|21|true",
                "{~conversations~:[{}],~total~:21}|3|3|21|false",
                "{~conversations~:[],~total~:99,~page~:2,~limit~:10}|2|2|99|false",
                "{~conversations~:[{}]}||1||true",
                "{~conversations~:[]}|7|7||false",
                "{~success~:true,~data~:[{}],~hasNext~:false}||1||false"
            })
    void readsPagingInBothShapesOfTheConversationList(
            String body, @Nullable String asked, int page, @Nullable Integer total, boolean next) {
        OperationCall call = call("conversations/list");
        OperationCall paged = asked == null ? call : call.withQuery("page", asked);

        PageInfo info =
                protocol.decode(paged, response(200, body.replace('~', '"'))).page();

        assertThat(info.page()).isEqualTo(page);
        assertThat(info.total()).isEqualTo(total);
        assertThat(info.hasNext()).isEqualTo(next);
    }

    @Test
    void tellsUsageAndModelBesideASentMessage() {
        Decoded opened = opened(
                "messages/send",
                "{\"success\":true,\"data\":{\"message\":{},\"usage\":{\"totalTokens\":26},\"model\":\"gpt-5\"}}");

        assertThat(opened.attributes())
                .containsEntry("model", "gpt-5")
                .containsEntry("usage", new Usage(null, null, 26, Map.of()));
        assertThat(opened.page()).isEqualTo(PageInfo.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|{~success~:false,~error~:~Conversation not found~}|Conversation not found|NOT_FOUND",
                "429|{~error~:~RATE_LIMIT~,~message~:~Slow down~}|Slow down|RATE_LIMIT",
                "503|{~success~:false,~error~:~Failed to send message~}|Failed to send message|SERVER_ERROR",
                "402|{~error~:~Pay first~}|Pay first|",
                "422|{~error~:~E_FIELDS~,~message~:~Bad~}|Bad|E_FIELDS",
                "400|{~error~:{~message~:~Nested~,~code~:~deep~}}|Nested|deep",
                "500|{~error~:{~error~:{~message~:~Deeper~}}}|Deeper|SERVER_ERROR",
                "500|[~First~,~second~]|First|SERVER_ERROR",
                "500|~Just text~|Just text|SERVER_ERROR",
                "500|7|An error occurred|SERVER_ERROR",
                "500|{}|An error occurred|SERVER_ERROR",
                "500|null|An error occurred|SERVER_ERROR",
                "502|Bad gateway, sorry|Bad gateway, sorry|SERVER_ERROR"
            })
    void tellsAnErrorWhateverItsBodyLooksLike(int status, String body, String message, @Nullable String code) {
        ErrorDetails details = fault(status, body.replace('~', '"'));

        assertThat(details.message()).isEqualTo(message);
        assertThat(details.code()).isEqualTo(code);
        assertThat(details.status()).isEqualTo(status);
        assertThat(details.provider()).isEqualTo("chatroutes");
        assertThat(details.operation()).isEqualTo("conversations/get");
        assertThat(details.body()).isEqualTo(body.replace('~', '"'));
    }

    @Test
    void tellsAPageOfAProxyWithoutQuotingIt() {
        ErrorDetails details = fault(503, "<html><h1>Maintenance</h1></html>");

        assertThat(details.message()).contains("page instead of JSON").doesNotContain("Maintenance");
        assertThat(details.body()).contains("Maintenance");
        assertThat(fault(503, "").message()).contains("no body");
    }

    @Test
    void keepsErrorTextOnOneLine() {
        ErrorDetails details = fault(500, "{\"message\":\"a\\nERROR forged line\"}");

        assertThat(details.message()).doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{~retryAfter~:5}|5000",
                "{~retryAfter~:1.5}|1500",
                "{~retryAfter~:~7~}|7000",
                "{~retry_after~:8}|8000",
                "{~error~:{~retryAfter~:9}}|9000",
                "{~details~:{~retryAfter~:3}}|3000",
                "{~retryAfter~:-1}|",
                "{~retryAfter~:~soon~}|",
                "{~retryAfter~:1e300}|",
                "{~retryAfter~:null}|"
            })
    void readsHowLongToWaitFromTheBody(String body, @Nullable Long millis) {
        assertThat(fault(429, body.replace('~', '"')).retryAfter())
                .isEqualTo(millis == null ? null : Duration.ofMillis(millis));
    }

    @Test
    void takesTheLongerOfTheWaitsInBodyAndHeader() {
        OperationCall call = call("conversations/get");
        HttpResponse longerHeader = response(429, "{\"retryAfter\":5}", new HttpHeader("Retry-After", "9"));
        HttpResponse longerBody = response(429, "{\"retryAfter\":5}", new HttpHeader("Retry-After", "3"));
        HttpResponse page = response(503, "<html></html>", new HttpHeader("Retry-After", "4"));

        assertThat(protocol.fault(call, longerHeader).retryAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(protocol.fault(call, longerBody).retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(protocol.fault(call, page).retryAfter()).isEqualTo(Duration.ofSeconds(4));
        assertThat(protocol.waitInBody(longerBody)).contains(Duration.ofSeconds(5));
        assertThat(protocol.waitInBody(page)).isEmpty();
        assertThat(protocol.waitInBody(response(200, "{\"retryAfter\":5}"))).isEmpty();
    }

    @Test
    void needsAKeyOnlyWhereItIsSent() {
        ChatroutesProtocol keyless = ChatroutesProtocol.withApiKey(" ", Json.standard());

        assertThat(keyless.headers(call("auth/login"))).isNotEmpty();
        assertThatThrownBy(() -> keyless.headers(call("auth/me")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("apiKey");
    }

    @Test
    void passesDetailsOnAndReadsComplaintsAboutFields() {
        ErrorDetails listed =
                fault(400, "{\"error\":\"x\",\"details\":[{\"path\":[\"a\",\"b\"],\"message\":\"bad\"}]}");
        ErrorDetails mapped = fault(400, "{\"error\":\"x\",\"details\":{\"title\":\"required\"}}");

        assertThat(listed.fieldErrors()).containsExactly(new FieldError("a.b", "bad"));
        assertThat(listed.extra()).containsEntry("details", "[{\"path\":[\"a\",\"b\"],\"message\":\"bad\"}]");
        assertThat(mapped.fieldErrors()).containsExactly(new FieldError("title", "required"));
    }

    private ErrorDetails fault(int status, String body) {
        return protocol.fault(call("conversations/get"), response(status, body));
    }

    private Decoded opened(String operation, String body) {
        return protocol.decode(call(operation), response(200, body));
    }

    private static OperationCall call(String name) {
        Operation operation = ChatroutesOperations.ROWS.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new OperationCall(operation, Map.of(), Map.of(), null, List.of(), null, "r", null);
    }

    private static HttpResponse response(int status, String body, HttpHeader... headers) {
        return new HttpResponse(new ResponseHead(status, List.of(headers)), body.getBytes(StandardCharsets.UTF_8), 1);
    }
}
