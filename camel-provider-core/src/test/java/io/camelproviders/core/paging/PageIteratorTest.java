/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.TransportException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PageIteratorTest {

    private final Lists list =
            new Lists(page -> new Page<>(Lists.slice(Lists.numbers(5), page, 2), Lists.hasNext(page, page < 3)));

    @Test
    void asksForAPageOnlyWhenItsFirstItemIsWanted() {
        PageIterator<String> items = new PageIterator<>(list, item -> item, 100);

        assertThat(list.asked).isEmpty();
        assertThat(items.next()).isEqualTo("1");
        assertThat(items.next()).isEqualTo("2");
        assertThat(list.asked).containsExactly(1);
        assertThat(items.next()).isEqualTo("3");
        assertThat(list.asked).containsExactly(1, 2);
        assertThat(rest(items)).containsExactly("4", "5");
        assertThat(items.hasNext()).isFalse();
        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
        assertThat(list.asked).containsExactly(1, 2, 3);
    }

    @Test
    void goesOverPagesThatBringNothingNew() {
        Lists moving = new Lists(
                page -> new Page<>(page == 2 ? List.of("i1") : List.of("i" + page), Lists.hasNext(page, page < 4)));

        assertThat(rest(new PageIterator<>(moving, item -> item, 100))).containsExactly("i1", "i3", "i4");
    }

    @Test
    void endsWithAServerThatRepeatsItself() {
        Lists repeating = new Lists(page -> new Page<>(List.of("a"), Lists.hasNext(page, true)));

        assertThat(rest(new PageIterator<>(repeating, item -> item, 100))).containsExactly("a");
        assertThat(repeating.asked).containsExactly(1, 2, 3);
    }

    @Test
    void readsFarMorePagesThanItRemembersIdsOf() {
        Lists endless = new Lists(page -> new Page<>(List.of("i" + page), Lists.hasNext(page, page < 300_000)));
        PageIterator<String> items = new PageIterator<>(endless, item -> item, 300_000);
        int count = 0;

        while (items.hasNext()) {
            items.next();
            count++;
        }

        assertThat(count).isEqualTo(300_000);
    }

    @Test
    void failsWhenThereAreTooManyPages() {
        PageIterator<String> items = new PageIterator<>(list, item -> item, 2);

        assertThatThrownBy(() -> rest(items)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void throwsTheFailureOfThePageAndAsksForItAgain() {
        TransportException failure = new TransportException(ErrorDetails.of("refused"));
        List<Integer> asked = new ArrayList<>();
        PageIterator<String> items = new PageIterator<>(
                page -> {
                    asked.add(page);
                    return asked.size() == 2
                            ? CompletableFuture.failedFuture(new CompletionException(failure))
                            : list.apply(page);
                },
                item -> item,
                100);
        items.next();
        items.next();

        assertThatThrownBy(items::hasNext).isSameAs(failure);
        assertThat(rest(items)).containsExactly("3", "4", "5");
        assertThat(asked).containsExactly(1, 2, 2, 3);
    }

    @Test
    void givesNothingAfterClose() {
        PageIterator<String> items = new PageIterator<>(list, item -> item, 100);
        items.next();

        items.close();

        assertThat(items.hasNext()).isFalse();
        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
        assertThat(list.asked).containsExactly(1);
    }

    @Test
    void isWokenByClose() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Page<String>> never = new CompletableFuture<>();
        PageIterator<String> items = new PageIterator<>(
                page -> {
                    waiting.countDown();
                    return never;
                },
                item -> item,
                100);
        CompletableFuture<Boolean> reader = CompletableFuture.supplyAsync(items::hasNext);
        assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();

        items.close();

        assertThat(reader.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(never).isCancelled();
    }

    @Test
    void isWokenByAnInterruptWhichStaysSet() {
        CompletableFuture<Page<String>> never = new CompletableFuture<>();
        PageIterator<String> items = new PageIterator<>(page -> never, item -> item, 100);

        Thread.currentThread().interrupt();

        assertThatThrownBy(items::hasNext).isInstanceOf(AbortedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(never).isCancelled();
    }

    private static List<String> rest(PageIterator<String> items) {
        List<String> rest = new ArrayList<>();
        items.forEachRemaining(rest::add);
        return rest;
    }
}
