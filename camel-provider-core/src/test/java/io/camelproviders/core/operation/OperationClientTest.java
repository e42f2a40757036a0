/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.core.paging.Page;
import io.camelproviders.core.retry.RetrySafety;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationClientTest {

    private final ScriptedTransport transport = new ScriptedTransport();
    private final Secrets secrets = Secrets.of("canary-key");
    private final RequestBinder binder = new RequestBinder("acme", "CamelAcme", Json.standard());
    private final OperationClient client = client(false);

    private OperationClient client(boolean retryUnsafe) {
        BaseUrl base = BaseUrl.parse("https://acme.example/", false);
        return new OperationClient(
                transport,
                new PlainProtocol(),
                Json.standard(),
                new OperationClient.Settings(
                        base, Duration.ofSeconds(10), Duration.ofSeconds(30), retryUnsafe, secrets));
    }

    private OperationCall send() {
        return binder.bind(
                SampleOperations.SEND,
                new MapCallInputs()
                        .uri("agentId", "A/1")
                        .uri("conversationId", "C")
                        .body("é"));
    }

    private OperationCall list() {
        return binder.bind(
                SampleOperations.LIST,
                new MapCallInputs().uri("agentId", "A").uri("search", "x y").http("X-Request-Id", "req-1"));
    }

    private ProviderException failure(CompletableFuture<?> future) {
        return future.handle((value, failure) -> failure instanceof ProviderException e ? e : null)
                .thenApply(Objects::requireNonNull)
                .join();
    }

    @Test
    void writesARequestByteForByte() {
        // given, when
        HttpRequest request = client.request(send().withIdempotencyKey("k"));

        // then
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).hasToString("https://acme.example/api/v1/agents/A%2F1/c/C");
        assertThat(request.body()).isEqualTo("{\"message\":\"é\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(request.label()).isEqualTo("acme:messages/send");
        assertThat(request.repeat()).isEqualTo(RetrySafety.KEYED);
        assertThat(request.timeouts().total()).isEqualTo(Duration.ofSeconds(30));
        assertThat(request.headers()).extracting("name").containsExactly("Authorization", "Idempotency-Key");
        assertThat(client.request(list()).uri())
                .hasToString("https://acme.example/api/v1/agents/A/messages?search=x+y");
        assertThat(client.request(list()).body()).isNull();
    }

    @Test
    void aKeyedCallGetsOneKeyAndOthersNone() {
        // given, when
        List.of(send(), send().withIdempotencyKey("own"), list())
                .forEach(call -> assertThat(client.call(call)).isNotDone());

        // then
        assertThat(transport.requests)
                .extracting(request -> request.headers().stream()
                        .filter(header -> header.name().equals("Idempotency-Key"))
                        .map(header -> header.value().length())
                        .findFirst()
                        .orElse(0))
                .containsExactly(36, 3, 0);
    }

    @Test
    void retryUnsafeMakesUnsafeRowsSafeAndLeavesKeyedOnes() {
        // given
        OperationClient bold = client(true);
        OperationCall create = binder.bind(SampleOperations.CREATE, new MapCallInputs().body(Map.of("role", "r")));

        // when, then
        assertThat(client.request(create).repeat()).isEqualTo(RetrySafety.UNSAFE);
        assertThat(bold.request(create).repeat()).isEqualTo(RetrySafety.SAFE);
        assertThat(bold.request(send()).repeat()).isEqualTo(RetrySafety.KEYED);
    }

    @Test
    void anAnswerBecomesARecordWithWhatWasSaidBesideIt() {
        // given
        CompletableFuture<CallResult> result = client.call(send());

        // when
        transport.answers.get(0).complete(ScriptedTransport.answer(201, "{\"id\":\"t\",\"x\":1}", "X-Request-Id", "r"));

        // then
        assertThat(result.join().value()).isEqualTo(new SampleOperations.Thing("t", Map.of("x", 1)));
        assertThat(result.join().requestId()).isEqualTo("r");
        assertThat(result.join().attempts()).isEqualTo(2);
        assertThat(result.join().attributes()).isEqualTo(Map.of("Model", "m"));
        assertThat(result.join()).hasToString("CallResult[201 r]");
    }

    @Test
    void aListBecomesAProviderListWithoutPlaceholders() {
        // given
        CompletableFuture<CallResult> result = client.call(list());

        // when
        transport.answers.get(0).complete(ScriptedTransport.answer(200, "[{\"id\":\"1\"},[],null,{\"id\":\"2\"}]"));

        // then
        assertThat(result.join().value())
                .asInstanceOf(type(ProviderList.class))
                .extracting(List::size)
                .isEqualTo(2);
    }

    @Test
    void anEmptyPayloadIsAnEmptyListAndNoRecord() {
        assertThat(client.read(list(), ScriptedTransport.answer(200, "")).value())
                .isEqualTo(List.of());
        assertThatThrownBy(() -> client.read(send(), ScriptedTransport.answer(204, "")))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("acme:messages/send: expected Thing")
                .hasMessageContaining("status 204");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1}", "[7]", "\"x\"", "[{\"id\":{}}]"})
    void aListOfAnotherShapeIsAnError(String body) {
        assertThatThrownBy(() -> client.read(list(), ScriptedTransport.answer(200, body)))
                .isInstanceOf(DecodeException.class);
    }

    @Test
    void aSerialisedJavaObjectIsRefused() {
        assertThatThrownBy(() -> client.read(
                        send(),
                        ScriptedTransport.answer(
                                200, "{\"id\":\"x\"}", "Content-Type", "application/x-java-serialized-object; v=1")))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("serialized");
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadRequestException, false",
        "401, AuthenticationException, false",
        "403, PermissionDeniedException, false",
        "404, NotFoundException, false",
        "410, NotFoundException, false",
        "409, ConflictException, false",
        "408, HttpStatusException, true",
        "422, HttpStatusException, false",
        "302, HttpStatusException, false",
        "429, RateLimitException, true",
        "500, ServerException, true",
        "501, NotImplementedByProviderException, false",
        "503, ServerException, true",
        "599, ServerException, true"
    })
    void aStatusChoosesTheException(int status, String name, boolean retryable) {
        // given, when
        ProviderException fault = client.fault(list(), ScriptedTransport.answer(status, "said"));

        // then
        assertThat(fault.getClass().getSimpleName()).isEqualTo(name);
        assertThat(fault.retryable()).isEqualTo(retryable);
        assertThat(fault.status()).isEqualTo(status);
        assertThat(fault.operation()).isEqualTo("messages/list");
        assertThat(fault.requestId()).contains("req-1");
        assertThat(fault.attempts()).isEqualTo(2);
        assertThat(fault.body()).contains("said");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validation_error", "VALIDATION_ERROR", "field x"})
    void a400WithFieldErrorsOrItsCodeIsAValidation(String said) {
        assertThat(client.fault(list(), ScriptedTransport.answer(400, said))
                        .getClass()
                        .getSimpleName())
                .isEqualTo("FieldValidationException");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7 | 7", "Sun, 06 Nov 1994 08:49:37 GMT | 30", "soon | -1", "-1 | -1"})
    void theWaitThatTheHeadAsksForIsTold(String value, int seconds) {
        // given, when
        ProviderException fault = client.fault(
                list(),
                ScriptedTransport.answer(429, "", "Retry-After", value, "Date", "Sun, 06 Nov 1994 08:49:07 GMT"));

        // then
        assertThat(fault).isInstanceOf(RateLimitException.class);
        assertThat(fault.retryAfter().map(Duration::toSeconds).orElse(-1L)).isEqualTo(seconds);
    }

    @Test
    void secretsAreMaskedEverywhere() {
        // given
        secrets.add("canary/ticket");
        String echo = "field: Bearer canary-key and canary%2Fticket, canary/ticket";

        // when
        ProviderException fault = client.fault(list(), ScriptedTransport.answer(400, echo));

        // then
        assertThat(fault.toString() + fault.details()).doesNotContain("canary").contains("xxxxxx");
        assertThat(fault.details().extra()).containsEntry("limit", 3);
    }

    @Test
    void aLongBodyIsCutWithoutLeavingHalfASecret() {
        // given
        String body = "x".repeat(8 * 1024 - 5) + "canary-key" + "y".repeat(10_000);

        // when
        ProviderException fault = client.fault(list(), ScriptedTransport.answer(500, body));

        // then
        assertThat(fault.body().orElseThrow()).hasSize(8 * 1024).doesNotContain("canar");
        assertThat(fault.getMessage()).hasSizeLessThan(2_000);
    }

    @Test
    void aTransportFailureTellsProviderAndOperation() {
        // given
        CompletableFuture<CallResult> result = client.call(list());

        // when
        transport
                .answers
                .get(0)
                .completeExceptionally(
                        new ProviderTimeoutException(ErrorDetails.builder("no answer in 30 s, canary-key")
                                .attempts(3)
                                .build()));

        // then
        ProviderException failure = failure(result);
        assertThat(failure)
                .isInstanceOf(ProviderTimeoutException.class)
                .hasMessage("acme:messages/list: no answer in 30 s, xxxxxx [3 attempts]");
        assertThat(failure.requestId()).contains("req-1");
    }

    @Test
    void whateverGoesWrongTheCallerHears() {
        // given
        CompletableFuture<CallResult> strange = client.call(list());
        CompletableFuture<CallResult> refused = client.call(list(), task -> {
            throw new RejectedExecutionException("shut down");
        });
        OperationCall unwritable =
                binder.bind(SampleOperations.CREATE, new MapCallInputs().body(Map.of("role", new Object())));

        // when
        transport.answers.get(0).completeExceptionally(new IllegalStateException("bug"));
        transport.answers.get(1).complete(ScriptedTransport.answer(200, "[]"));

        // then
        assertThat(failure(strange)).isInstanceOf(ProtocolException.class);
        assertThat(failure(refused)).isInstanceOf(ProtocolException.class);
        assertThat(failure(client.call(unwritable))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void cancellingACallCancelsItsRequest() {
        // given
        CompletableFuture<CallResult> result = client.call(list());

        // when
        result.cancel(true);

        // then
        assertThat(transport.answers.get(0)).isCancelled();
    }

    @Test
    void eachPageIsACallOfItsOwn() {
        // given
        IntFunction<CompletableFuture<Page<Object>>> pages = client.pages(list(), Runnable::run);

        // when
        CompletableFuture<Page<Object>> first = pages.apply(1);
        CompletableFuture<Page<Object>> second = pages.apply(2);
        transport.answers.get(0).complete(ScriptedTransport.answer(200, "[{\"id\":\"1\"}]"));
        second.cancel(true);

        // then
        assertThat(first.join().items()).hasSize(1);
        assertThat(transport.answers.get(1)).isCancelled();
        assertThat(first.join().info().hasNext()).isTrue();
        assertThat(transport.requests)
                .extracting(request -> request.uri().getRawQuery())
                .containsExactly("page=1&search=x+y", "page=2&search=x+y");
    }
}
