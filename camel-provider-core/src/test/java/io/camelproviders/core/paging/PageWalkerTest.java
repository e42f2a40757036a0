/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.TransportException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageWalkerTest {

    /** Name, pages of the list 1 to 5 in twos, pages that must be asked for. */
    static Stream<Arguments> providers() {
        return Stream.of(
                ends("says has next", page -> Lists.hasNext(page, page < 3), 3),
                ends("says has next, no page number", page -> Lists.hasNext(null, page < 3), 3),
                ends("says total and limit", page -> new PageInfo(page, 2, 5, null, null), 3),
                ends("says total and limit, no page number", page -> new PageInfo(null, 2, 5, null, null), 3),
                ends("says pages", page -> new PageInfo(page, null, null, 3, null), 3),
                ends("says nothing, then an empty page", page -> new PageInfo(null, null, null, null, null), 4),
                ends("says total only", page -> new PageInfo(page, null, 5, null, null), 4),
                ends("never ends saying that there is more", page -> Lists.hasNext(page, true), 4),
                ends("has next wins over total", page -> new PageInfo(page, 2, 2, 1, page < 3), 3),
                ends("limit of zero is no limit", page -> new PageInfo(page, 0, 5, null, null), 4),
                ends("counts from 0", page -> Lists.hasNext(page - 1, page < 3), 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void collectsTheWholeListFromAProviderThat(String name, IntFunction<PageInfo> info, int pages) {
        Lists list = new Lists(page -> new Page<>(Lists.slice(Lists.numbers(5), page, 2), info.apply(page)));

        List<String> items = walker(list).all().join();

        assertThat(items).containsExactly("1", "2", "3", "4", "5");
        assertThat(list.asked).isEqualTo(IntStream.rangeClosed(1, pages).boxed().toList());
    }

    @Test
    void takesAnEmptyListAndASinglePage() {
        Lists empty = new Lists(page -> new Page<>(List.of(), new PageInfo(1, 20, 0, 0, false)));
        Lists single = new Lists(page -> new Page<>(List.of("a"), PageInfo.NONE));

        assertThat(walker(empty).all().join()).isEmpty();
        assertThat(walker(single).all().join()).containsExactly("a");
        assertThat(single.asked).containsExactly(1);
    }

    @Test
    void endsWhenTheServerSendsTheFirstPageForEver() {
        Lists stuck = new Lists(page -> new Page<>(List.of("1", "2"), Lists.hasNext(1, true)));
        Lists echoing = new Lists(page -> new Page<>(List.of("1", "2"), Lists.hasNext(page, true)));

        assertThat(walker(stuck).all().join()).containsExactly("1", "2");
        assertThat(stuck.asked).containsExactly(1, 2);
        assertThat(walker(echoing).all().join()).containsExactly("1", "2");
        assertThat(echoing.asked).containsExactly(1, 2, 3);
    }

    @Test
    void endsWhenItemsWithoutIdsRepeat() {
        Lists list = new Lists(page -> new Page<>(List.of("x"), Lists.hasNext(page, true)));

        List<String> items =
                new PageWalker<>(list, item -> null, 100, 100).all().join();

        assertThat(items).hasSizeLessThanOrEqualTo(2);
        assertThat(list.asked).containsExactly(1, 2, 3);
    }

    @Test
    void losesNothingWhenAWholePageOfItemsIsInsertedBetweenTwoPages() {
        List<String> server = Lists.numbers(6);
        Lists list = new Lists(page -> {
            if (page == 2) {
                server.addAll(0, List.of("new1", "new2"));
            }
            return new Page<>(List.copyOf(Lists.slice(server, page, 2)), Lists.hasNext(page, page * 2 < server.size()));
        });

        assertThat(walker(list).all().join()).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void givesNoItemTwiceAndLosesNoneThatStaysWhileTheListMoves() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> server = Lists.numbers(37);
            int limit = 3 + random.nextInt(4);
            Lists list = new Lists(page -> {
                if (random.nextBoolean()) {
                    server.add(0, "new" + page);
                }
                return new Page<>(
                        List.copyOf(Lists.slice(server, page, limit)),
                        new PageInfo(page, limit, server.size(), null, page * limit < server.size()));
            });

            List<String> items = walker(list).all().join();

            assertThat(items).as("seed %s", seed).doesNotHaveDuplicates().containsAll(Lists.numbers(37));
        }
    }

    @Test
    void followsAProviderThatSkipsAheadButNeverGoesBack() {
        Lists list = new Lists(
                page -> new Page<>(List.of("i" + page), Lists.hasNext(page == 2 ? 7 : page == 8 ? 3 : page, page < 9)));

        assertThat(walker(list).all().join()).containsExactly("i1", "i2", "i8", "i9");
        assertThat(list.asked).containsExactly(1, 2, 8, 9);
    }

    @Test
    void endsAtTheLastNumberThereIs() {
        Lists list = new Lists(page -> new Page<>(List.of("i" + page), Lists.hasNext(Integer.MAX_VALUE, true)));

        assertThat(walker(list).all().join()).containsExactly("i1");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void failsWithMoreItemsThanAllowedAndNeverCutsInSilence(int maxItems) {
        Lists list =
                new Lists(page -> new Page<>(Lists.slice(Lists.numbers(5), page, 2), Lists.hasNext(page, page < 3)));

        CompletableFuture<List<String>> all = new PageWalker<>(list, item -> item, maxItems, 100).all();

        if (maxItems == 5) {
            assertThat(all.join()).hasSize(5);
        } else {
            assertThatThrownBy(all::join)
                    .hasCauseInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("paging=iterator");
        }
    }

    @Test
    void failsWhenThePagesDoNotEnd() {
        Lists list = new Lists(page -> new Page<>(List.of("i" + page), Lists.hasNext(page, true)));

        CompletableFuture<List<String>> all = new PageWalker<>(list, item -> item, 1_000, 10).all();

        assertThatThrownBy(all::join)
                .hasCauseInstanceOf(LimitExceededException.class)
                .hasMessageContaining("10 pages");
        assertThat(list.asked).hasSize(10);
    }

    @Test
    void walksAMillionPagesThatAreThereAtOnce() {
        int pages = 1_000_000;
        PageWalker<String> walker = new PageWalker<>(
                page -> CompletableFuture.completedFuture(
                        new Page<>(List.of("" + page), Lists.hasNext(page, page < pages))),
                item -> item,
                pages,
                pages);

        assertThat(walker.all().join()).hasSize(pages);
    }

    @Test
    void passesOnTheFailureOfAPageAsItIs() {
        TransportException failure = new TransportException(ErrorDetails.of("refused"));
        PageWalker<String> later = new PageWalker<>(
                page -> CompletableFuture.failedFuture(new CompletionException(failure)), i -> i, 9, 9);
        PageWalker<String> atOnce = new PageWalker<>(
                page -> {
                    throw failure;
                },
                item -> item,
                9,
                9);

        assertThat(later.all())
                .failsWithin(1, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCause(failure);
        assertThat(atOnce.all())
                .failsWithin(1, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCause(failure);
    }

    @Test
    void asksForThePagesOneAfterTheOtherAndCancelsTheOneUnderWay() {
        List<CompletableFuture<Page<String>>> asked = new ArrayList<>();
        PageWalker<String> walker = new PageWalker<>(
                page -> {
                    asked.add(new CompletableFuture<>());
                    return asked.get(asked.size() - 1);
                },
                item -> item,
                9,
                9);

        CompletableFuture<List<String>> all = walker.all();
        assertThat(asked).hasSize(1);
        asked.get(0).complete(new Page<>(List.of("a"), Lists.hasNext(1, true)));
        assertThat(asked).hasSize(2);
        all.cancel(true);

        assertThat(asked.get(1)).isCancelled();
        assertThat(asked).hasSize(2);
    }

    private static Arguments ends(String name, IntFunction<PageInfo> info, int pages) {
        return arguments(name, info, pages);
    }

    private static PageWalker<String> walker(Lists list) {
        return new PageWalker<>(list, item -> item, 10_000, PageWalker.DEFAULT_MAX_PAGES);
    }
}
