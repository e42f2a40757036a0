/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.camelproviders.core.concurrent.RecordingScheduler;
import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.retry.RetryBudget;
import io.camelproviders.core.retry.RetryPolicy;
import io.camelproviders.core.retry.RetrySafety;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingTransportTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final RetryPolicy TWICE =
            new RetryPolicy(2, Duration.ofMillis(500), 2, Duration.ofSeconds(8), Duration.ofSeconds(60));

    private final RecordingScheduler scheduler = new RecordingScheduler();
    private final RetryBudget budget = new RetryBudget(scheduler);
    private final FakeTransport fake = new FakeTransport();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # outcome      SAFE KEYED PAID UNSAFE
                    200,           1,   1,    1,   1
                    302,           1,   1,    1,   1
                    400,           1,   1,    1,   1
                    401,           1,   1,    1,   1
                    404,           1,   1,    1,   1
                    408,           3,   3,    1,   1
                    409,           1,   1,    1,   1
                    422,           1,   1,    1,   1
                    429,           3,   3,    3,   3
                    500,           3,   3,    3,   1
                    501,           1,   1,    1,   1
                    502,           3,   3,    3,   1
                    503,           3,   3,    3,   1
                    504,           3,   3,    3,   1
                    507,           3,   3,    1,   1
                    refused,       3,   3,    3,   3
                    connectTimeout,3,   3,    3,   3
                    reset,         3,   3,    1,   1
                    timeout,       3,   3,    1,   1
                    certificate,   1,   1,    1,   1
                    aborted,       1,   1,    1,   1
                    decode,        1,   1,    1,   1
                    limit,         1,   1,    1,   1
                    """)
    void repeatsAsTheClassAllows(String outcome, int safe, int keyed, int paid, int unsafe) {
        assertThat(attempts(outcome, RetrySafety.SAFE, RetryingTransport.Unsafe.AS_DECLARED))
                .isEqualTo(safe);
        assertThat(attempts(outcome, RetrySafety.KEYED, RetryingTransport.Unsafe.AS_DECLARED))
                .isEqualTo(keyed);
        assertThat(attempts(outcome, RetrySafety.PAID, RetryingTransport.Unsafe.AS_DECLARED))
                .isEqualTo(paid);
        assertThat(attempts(outcome, RetrySafety.UNSAFE, RetryingTransport.Unsafe.AS_DECLARED))
                .isEqualTo(unsafe);
        assertThat(attempts(outcome, RetrySafety.PAID, RetryingTransport.Unsafe.AS_SAFE))
                .isEqualTo(safe);
        assertThat(attempts(outcome, RetrySafety.UNSAFE, RetryingTransport.Unsafe.AS_SAFE))
                .isEqualTo(safe);
    }

    private int attempts(String outcome, RetrySafety repeat, RetryingTransport.Unsafe unsafe) {
        FakeTransport always = new FakeTransport();
        always.otherwise = outcome;
        HttpTransport transport =
                new RetryingTransport(always, TWICE, new RetryBudget(scheduler), scheduler, CLOCK, unsafe);
        CompletableFuture<HttpResponse> call = transport.call(request(repeat));
        scheduler.runAll();
        assertThat(call).isDone();
        return always.requests.size();
    }

    @Test
    void backsOffWithJitterAndSendsTheSameRequest() throws Exception {
        fake.outcomes.addAll(List.of("503", "reset", "200"));
        HttpRequest request = request(RetrySafety.KEYED);

        CompletableFuture<HttpResponse> call = retrying(TWICE).call(request);
        assertThat(call).isNotDone();
        scheduler.runAll();

        assertThat(call.get().status()).isEqualTo(200);
        assertThat(call.get().attempts()).isEqualTo(3);
        assertThat(fake.requests).allSatisfy(sent -> assertThat(sent).isSameAs(request));
        assertThat(scheduler.waits.get(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(500));
        assertThat(scheduler.waits.get(1)).isBetween(Duration.ofMillis(100), Duration.ofSeconds(1));
    }

    @Test
    void returnsTheLastOutcomeWhenRetriesAreUsedUp() throws Exception {
        fake.outcomes.addAll(List.of("reset", "reset", "503"));
        CompletableFuture<HttpResponse> answered = retrying(TWICE).call(request(RetrySafety.SAFE));
        scheduler.runAll();
        fake.outcomes.addAll(List.of("503", "503", "reset"));
        CompletableFuture<HttpResponse> failed = retrying(TWICE).call(request(RetrySafety.SAFE));
        scheduler.runAll();

        assertThat(answered.get().status()).isEqualTo(503);
        assertThat(answered.get().attempts()).isEqualTo(3);
        assertThat(failure(failed).attempts()).isEqualTo(3);
    }

    @Test
    void doesNothingWithoutRetries() throws Exception {
        fake.otherwise = "429";
        RetryPolicy none = new RetryPolicy(0, Duration.ZERO, 1, Duration.ZERO, Duration.ofSeconds(60));

        CompletableFuture<HttpResponse> call = retrying(none).call(request(RetrySafety.SAFE));

        assertThat(call.get().attempts()).isEqualTo(1);
        assertThat(scheduler.waits).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    3,                               3000
                    60,                              60000
                    'Sun, 22 Nov 2026 10:00:07 GMT', 7000
                    """)
    void neverUndercutsRetryAfter(String value, long millis) {
        fake.outcomes.addAll(List.of("429", "200"));
        fake.headers = List.of(new HttpHeader("Retry-After", value));

        CompletableFuture<HttpResponse> call = retrying(TWICE).call(request(RetrySafety.UNSAFE));
        scheduler.advance(Duration.ofMillis(millis - 1));
        assertThat(call).isNotDone();
        scheduler.advance(Duration.ofMillis(1));

        assertThat(call).isCompletedWithValueMatching(response -> response.status() == 200);
    }

    @Test
    void countsARetryAfterDateFromTheAnswersDate() {
        fake.outcomes.addAll(List.of("503", "200"));
        fake.headers = List.of(
                new HttpHeader("Date", "Sun, 22 Nov 2026 11:00:00 GMT"),
                new HttpHeader("Retry-After", "Sun, 22 Nov 2026 11:00:09 GMT"));

        assertThat(retrying(TWICE).call(request(RetrySafety.SAFE))).isNotDone();

        assertThat(scheduler.waits).containsExactly(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"61", "86400", "Mon, 23 Nov 2026 10:00:00 GMT"})
    void endsWithTheAnswerWhenAskedToWaitTooLong(String value) throws Exception {
        fake.outcomes.add("429");
        fake.headers = List.of(new HttpHeader("Retry-After", value));

        CompletableFuture<HttpResponse> call = retrying(TWICE).call(request(RetrySafety.SAFE));

        assertThat(call.get().status()).isEqualTo(429);
        assertThat(call.get().head().header("retry-after")).contains(value);
        assertThat(scheduler.waits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e9", "abc", "", "0", "99999999999999999999", "Sun, 22 Nov 2026 09:00:00 GMT"})
    void backsOffByItselfWhenRetryAfterSaysNothing(String value) {
        fake.outcomes.addAll(List.of("429", "200"));
        fake.headers = List.of(new HttpHeader("Retry-After", value));

        assertThat(retrying(TWICE).call(request(RetrySafety.SAFE))).isNotDone();

        assertThat(scheduler.waits.get(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(500));
    }

    @Test
    void honoursAWaitInTheBody() {
        fake.outcomes.addAll(List.of("429", "200"));
        HttpTransport transport = new RetryingTransport(
                fake,
                TWICE,
                budget,
                scheduler,
                CLOCK,
                RetryingTransport.Unsafe.AS_DECLARED,
                response -> Optional.of(Duration.ofSeconds(11)));

        assertThat(transport.call(request(RetrySafety.SAFE))).isNotDone();

        assertThat(scheduler.waits).containsExactly(Duration.ofSeconds(11));
    }

    @Test
    void cancellingEndsTheWait() {
        fake.otherwise = "503";
        CompletableFuture<HttpResponse> call = retrying(TWICE).call(request(RetrySafety.SAFE));

        call.cancel(true);

        assertThat(scheduler.waiting()).isZero();
        assertThat(fake.requests).hasSize(1);
    }

    @Test
    void cancellingEndsTheAttempt() {
        fake.outcomes.addAll(List.of("503", "pending"));
        CompletableFuture<HttpResponse> call = retrying(TWICE).call(request(RetrySafety.SAFE));
        scheduler.runAll();

        call.cancel(true);
        scheduler.runAll();

        assertThat(fake.pending).isCancelled();
        assertThat(fake.requests).hasSize(2);
    }

    @Test
    void boundsAnOutageByTheBudget() {
        fake.otherwise = "503";
        HttpTransport transport = retrying(TWICE);
        List<CompletableFuture<HttpResponse>> calls = new ArrayList<>();

        for (int i = 0; i < 1_000; i++) {
            calls.add(transport.call(request(RetrySafety.SAFE)));
        }
        scheduler.runAll();

        assertThat(calls).allMatch(CompletableFuture::isDone);
        assertThat(fake.requests).hasSizeBetween(1_100, 1_105);
    }

    @Test
    void passesStreamsThrough() {
        StreamConnection connection = retrying(TWICE).open(request(RetrySafety.SAFE), new RecordingListener());

        assertThat(connection).isSameAs(FakeTransport.STREAM);
    }

    private HttpTransport retrying(RetryPolicy policy) {
        return new RetryingTransport(fake, policy, budget, scheduler, CLOCK, RetryingTransport.Unsafe.AS_DECLARED);
    }

    private static HttpRequest request(RetrySafety repeat) {
        Timeouts timeouts = Timeouts.call(Duration.ofSeconds(1), Duration.ofSeconds(1));
        return new HttpRequest(
                "POST", URI.create("http://localhost/"), List.of(), new byte[0], timeouts, repeat, "a:b");
    }

    private static ProviderException failure(CompletableFuture<HttpResponse> call) {
        Throwable failure =
                catchThrowableOfType(ExecutionException.class, call::get).getCause();
        return (ProviderException) Objects.requireNonNull(failure);
    }

    /** Answers at once, by name. */
    private static final class FakeTransport implements HttpTransport {

        static final StreamConnection STREAM = new StreamConnection() {
            @Override
            public void grant(int bytes) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void abort() {
                throw new UnsupportedOperationException();
            }
        };

        final List<HttpRequest> requests = new ArrayList<>();
        final Deque<String> outcomes = new ArrayDeque<>();
        final CompletableFuture<HttpResponse> pending = new CompletableFuture<>();
        String otherwise = "200";
        List<HttpHeader> headers = List.of();

        @Override
        public CompletableFuture<HttpResponse> call(HttpRequest request) {
            requests.add(request);
            String outcome = outcomes.isEmpty() ? otherwise : outcomes.remove();
            if (outcome.equals("pending")) {
                return pending;
            }
            return Character.isDigit(outcome.charAt(0))
                    ? CompletableFuture.completedFuture(
                            new HttpResponse(new ResponseHead(Integer.parseInt(outcome), headers), new byte[0], 1))
                    : CompletableFuture.failedFuture(failure(outcome));
        }

        private static ProviderException failure(String outcome) {
            return switch (outcome) {
                case "refused" -> new TransportException(details(false, true));
                case "connectTimeout" -> new ProviderTimeoutException(details(false, true));
                case "reset" -> new TransportException(details(true, true));
                case "timeout" -> new ProviderTimeoutException(details(true, true));
                case "certificate" -> new TransportException(details(false, false));
                case "aborted" -> new AbortedException(details(false, true));
                case "decode" -> new DecodeException(details(true, true));
                default -> new LimitExceededException(details(true, true));
            };
        }

        private static ErrorDetails details(boolean sent, boolean retryable) {
            return ErrorDetails.builder("x")
                    .retryable(retryable)
                    .extra(Map.of(TransportException.SENT, sent))
                    .build();
        }

        @Override
        public StreamConnection open(HttpRequest request, StreamListener listener) {
            return STREAM;
        }
    }
}
