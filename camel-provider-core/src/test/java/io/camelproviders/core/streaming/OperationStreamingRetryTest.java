/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.retry.RetryBudget;
import io.camelproviders.core.retry.RetryPolicy;
import io.camelproviders.core.retry.RetrySafety;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationStreamingRetryTest {

    private static final RetryPolicy POLICY =
            new RetryPolicy(2, Duration.ofMillis(100), 2, Duration.ofSeconds(20), Duration.ofSeconds(60));

    private static final String ORIGIN = "https://api.example.com:-1";

    private final RetryBudget budget = new RetryBudget(new JumpingScheduler());
    private final OperationStreamingRetry paid =
            new OperationStreamingRetry(POLICY, RetrySafety.PAID, false, budget, ORIGIN);
    private final OperationStreamingRetry again =
            new OperationStreamingRetry(POLICY, RetrySafety.PAID, true, budget, ORIGIN);

    @Test
    void aPaidQuestionIsAskedAgainAfterARefusedConnectionAndAnAnsweredOverload() {
        TransportException refused = new TransportException(ErrorDetails.builder("refused")
                .retryable(true)
                .extra(Map.of(TransportException.SENT, false))
                .build());

        assertThat(paid.delay(refused, 1)).isPresent();
        assertThat(paid.delay(server(503), 1)).isPresent();
        assertThat(paid.delay(server(500), 2)).isPresent();
        assertThat(paid.delay(server(503), 3)).isEmpty();
    }

    @Test
    void aPaidQuestionIsNotAskedAgainAfterATimeoutOrABreak() {
        assertThat(paid.delay(new ProviderTimeoutException(ErrorDetails.of("slow")), 1))
                .isEmpty();
        assertThat(paid.delay(new TransportException(ErrorDetails.of("reset")), 1))
                .isEmpty();
        assertThat(paid.delay(server(505), 1)).isEmpty();
    }

    @Test
    void retryStreamAlsoAllowsTimeoutsAndBreaksButNothingElse() {
        ErrorDetails details = ErrorDetails.of("x");

        assertThat(again.delay(new ProviderTimeoutException(details), 1)).isPresent();
        assertThat(again.delay(new TransportException(details), 1)).isPresent();
        assertThat(again.delay(new AbortedException(details), 1)).isEmpty();
        assertThat(again.delay(new ProviderFaultException(details), 1)).isEmpty();
        assertThat(again.delay(new DecodeException(details), 1)).isEmpty();
    }

    @Test
    void theProvidersWaitIsNeverUndercutAndATooLongOneLetsTheFailureStand() {
        assertThat(paid.delay(limited(Duration.ofSeconds(3)), 1)).contains(Duration.ofSeconds(3));
        assertThat(paid.delay(limited(Duration.ofSeconds(61)), 1)).isEmpty();
    }

    @Test
    void ownWaitsGrow() {
        Duration second = paid.delay(server(503), 2).orElseThrow();

        assertThat(second).isBetween(Duration.ofMillis(20), Duration.ofMillis(200));
    }

    @Test
    void everyFurtherQuestionDrawsOnTheBudgetAndAnAnswerPaysBack() {
        int questions = RetryBudget.CAPACITY / RetryBudget.COST;

        for (int i = 0; i < questions; i++) {
            assertThat(paid.delay(server(503), 1)).isPresent();
        }

        assertThat(paid.delay(server(503), 1)).as("one probe").isPresent();
        assertThat(paid.delay(server(503), 1)).isEmpty();
        paid.answered();
        assertThat(budget.tokens(ORIGIN)).isEqualTo(1);
    }

    @Test
    void aFailureThatIsNotRepeatedCostsNothing() {
        assertThat(paid.delay(server(501), 1)).isEmpty();
        assertThat(paid.delay(limited(Duration.ofSeconds(61)), 1)).isEmpty();

        assertThat(budget.tokens(ORIGIN)).isEqualTo(RetryBudget.CAPACITY);
    }

    private static ServerException server(int status) {
        return new ServerException(ErrorDetails.builder("failed").status(status).build());
    }

    private static RateLimitException limited(Duration wait) {
        return new RateLimitException(
                ErrorDetails.builder("slow down").status(429).retryAfter(wait).build());
    }
}
