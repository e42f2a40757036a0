/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Ledger ledger = new Ledger();

    @Test
    void takesEachRequestOnceAndKeepsTheBook() {
        // given
        ledger.add(request("/1"));
        ledger.add(request("/2"));

        // when
        List<String> taken =
                List.of(ledger.take(LIMIT).path(), ledger.take(LIMIT).path());

        // then
        assertThat(taken).containsExactly("/1", "/2");
        assertThat(ledger.all()).hasSize(2);
        ledger.expectNoMore(SHORT);
        assertThatThrownBy(() -> ledger.take(SHORT)).isInstanceOf(AssertionError.class);
    }

    @Test
    void wakesWhoAwaitsARequest() {
        // given
        CompletableFuture<List<Request>> awaited =
                CompletableFuture.supplyAsync(() -> ledger.await(r -> r.path().equals("/2"), 2, LIMIT));

        // when
        List.of("/1", "/2", "/2").forEach(path -> ledger.add(request(path)));

        // then
        assertThat(awaited.join()).hasSize(2);
        assertThatThrownBy(() -> ledger.await(r -> true, 4, SHORT)).hasMessageContaining("Expected 4");
    }

    @Test
    void failsOnAnUntakenRequestAndForgetsOnClear() {
        // given
        ledger.add(request("/secret?ticket=tk"));

        // when / then
        assertThatThrownBy(() -> ledger.expectNoMore(SHORT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/secret")
                .hasMessageNotContaining("tk");
        ledger.clear();
        ledger.expectNoMore(SHORT);
        assertThat(ledger.total()).isZero();
    }

    @Test
    void keepsTheLastRequestsOnlyButCountsAll() {
        // given
        ledger.keepLast(2);

        // when
        List.of("/1", "/2", "/3").forEach(path -> ledger.add(request(path)));

        // then
        assertThat(ledger.all()).extracting(Request::path).containsExactly("/2", "/3");
        assertThat(ledger.take(LIMIT).path()).isEqualTo("/2");
        assertThat(ledger.total()).isEqualTo(3);
    }

    private static Request request(String target) {
        return new Request("GET", target, List.of(), new byte[0], new byte[0], 1, System.nanoTime());
    }
}
