/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RequestJournalTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final RequestJournal journal = new RequestJournal();

    @Test
    void takesEachRequestOnceAndKeepsTheBook() {
        // given
        journal.add(request("/1"));
        journal.add(request("/2"));

        // when
        List<String> taken = List.of(
                journal.takeRequest(LIMIT).path(), journal.takeRequest(LIMIT).path());

        // then
        assertThat(taken).containsExactly("/1", "/2");
        assertThat(journal.all()).hasSize(2);
        journal.expectNoMoreRequests(SHORT);
        assertThatThrownBy(() -> journal.takeRequest(SHORT)).isInstanceOf(AssertionError.class);
    }

    @Test
    void wakesWhoAwaitsARequest() {
        // given
        CompletableFuture<List<Request>> awaited =
                CompletableFuture.supplyAsync(() -> journal.await(r -> r.path().equals("/2"), 2, LIMIT));

        // when
        List.of("/1", "/2", "/2").forEach(path -> journal.add(request(path)));

        // then
        assertThat(awaited.join()).hasSize(2);
        assertThatThrownBy(() -> journal.await(r -> true, 4, SHORT)).hasMessageContaining("Expected 4");
    }

    @Test
    void failsOnAnUntakenRequestAndForgetsOnClear() {
        // given
        journal.add(request("/secret?ticket=tk"));

        // when / then
        assertThatThrownBy(() -> journal.expectNoMoreRequests(SHORT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/secret")
                .hasMessageNotContaining("tk");
        journal.clear();
        journal.expectNoMoreRequests(SHORT);
        assertThat(journal.total()).isZero();
    }

    @Test
    void keepsTheLastRequestsOnlyButCountsAll() {
        // given
        journal.keepLast(2);

        // when
        List.of("/1", "/2", "/3").forEach(path -> journal.add(request(path)));

        // then
        assertThat(journal.all()).extracting(Request::path).containsExactly("/2", "/3");
        assertThat(journal.takeRequest(LIMIT).path()).isEqualTo("/2");
        assertThat(journal.total()).isEqualTo(3);
    }

    private static Request request(String target) {
        return new Request("GET", target, List.of(), new byte[0], new byte[0], 1, System.nanoTime());
    }
}
