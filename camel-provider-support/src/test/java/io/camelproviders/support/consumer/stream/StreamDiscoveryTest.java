/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.offset.MemoryOffsetStore;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.support.observability.ConsumerIssue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which streams are opened and closed, at what cost, however the list behaves. */
class StreamDiscoveryTest {

    private static final Duration LOOK = Duration.ofSeconds(30);

    /** Longer than a look with its jitter. */
    private static final Duration NEXT = Duration.ofSeconds(34);

    private final ManualScheduler scheduler = new ManualScheduler();
    private final ScriptedListing list = new ScriptedListing();
    private final Streams open = new Streams();
    private final List<String> reported = new ArrayList<>();
    private final MemoryOffsetStore store = new MemoryOffsetStore();
    private final DiscoveryHealth health =
            new DiscoveryHealth("test", (what, failure) -> reported.add(what + ": " + failure), scheduler, LOOK);
    private final StreamDiscovery discovery = new StreamDiscovery(
            list,
            open,
            store,
            () -> CompletableFuture.completedFuture(new StreamOffset("now")),
            "pin",
            null,
            new DiscoveryTimer(scheduler, LOOK),
            health);

    /** The streams that were opened, and what happened to them. */
    private static final class Streams implements StreamDiscovery.Streams {

        private final Map<String, StreamOffset> held = new LinkedHashMap<>();
        private final List<String> closed = new ArrayList<>();
        private final Set<String> refused = new HashSet<>();

        @Override
        public void open(String key, StreamOffset beginning) {
            if (!refused.contains(key)) {
                held.putIfAbsent(key, beginning);
            }
        }

        @Override
        public boolean has(String key) {
            return held.containsKey(key);
        }

        @Override
        public void forget(String key) {
            held.remove(key);
            closed.add(key);
        }

        @Override
        public void closeFailed() {
            // None fails here.
        }
    }

    private void pass(Duration time) {
        scheduler.pass(time);
    }

    private static List<String> keys(int from, int to) {
        List<String> keys = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            keys.add("c" + i);
        }
        return keys;
    }

    // ---- The first walk ----

    @Test
    void opensEveryStreamAtThePinHoweverManyPagesThereAre() {
        // given
        list.add(1, 100_050);
        // when
        discovery.start();
        // then
        assertThat(open.held).hasSize(100_050).containsEntry("c1", new StreamOffset("now"));
        assertThat(store.load("pin").join()).contains("now");
    }

    @Test
    void beginsWhereTheAccountWasPinnedBefore() {
        // given
        store.save(Map.of("pin", "then")).join();
        list.add(1, 1);
        // when
        discovery.start();
        // then
        assertThat(open.held).containsEntry("c1", new StreamOffset("then"));
    }

    // ---- Looks ----

    @Test
    void asksOneSmallRequestALookWhileNothingChanges() {
        // given
        list.add(1, 1_000);
        discovery.start();
        pass(NEXT);
        pass(NEXT);
        list.takeAsked();
        // when
        pass(NEXT.multipliedBy(5));
        // then: the fifth part of an hour of sweeps not counted
        assertThat(list.takeAsked()).isNotEmpty().allMatch(request -> request.equals("NEWEST_FIRST 1 1"));
    }

    @Test
    void findsNewStreamsByTheNextLookUpToTheFirstKnownPage() {
        // given
        list.add(1, 1_000);
        discovery.start();
        pass(NEXT.multipliedBy(2));
        list.takeAsked();
        // when
        list.add(1_001, 1_250);
        pass(NEXT);
        // then
        assertThat(open.held).hasSize(1_250);
        assertThat(list.takeAsked())
                .containsExactly("NEWEST_FIRST 1 1", "NEWEST_FIRST 1 100", "NEWEST_FIRST 2 100", "NEWEST_FIRST 3 100");
    }

    @Test
    void needsAtMostFiveRequestsALookWhileTenStreamsASecondBegin() {
        // given
        list.add(1, 10_000);
        discovery.start();
        pass(NEXT);
        list.takeAsked();
        int last = 10_000;
        for (int look = 0; look < 20; look++) {
            // when
            list.add(last + 1, last + 300);
            last += 300;
            pass(LOOK);
            // then
            assertThat(longestLook(list.takeAsked())).isBetween(1, 5);
        }
        pass(NEXT);
        assertThat(open.held).hasSize(last);
        assertThat(open.closed).isEmpty();
    }

    /** A look begins with the first page. */
    private static int longestLook(List<String> asked) {
        int longest = 0;
        int length = 0;
        String before = "";
        for (String request : asked) {
            boolean begins = request.equals("NEWEST_FIRST 1 1")
                    || (request.startsWith("NEWEST_FIRST 1 ") && !before.equals("NEWEST_FIRST 1 1"));
            length = begins ? 1 : length + (request.startsWith("NEWEST") ? 1 : 0);
            longest = Math.max(longest, length);
            before = request;
        }
        return longest;
    }

    @Test
    void goesOnSoonWhereALookHasNotReachedKnownStreams() {
        // given
        list.add(1, 100);
        discovery.start();
        pass(NEXT.multipliedBy(2));
        list.takeAsked();
        // when: more than a look may read, and some that begin between its parts
        list.add(101, 1_500);
        pass(NEXT);
        list.add(1_501, 1_520);
        pass(NEXT);
        // then
        assertThat(open.held.keySet()).containsAll(keys(1, 1_520));
    }

    @Test
    void findsAStreamThatTheListShowsLateWithAnOlderDate() {
        // given
        list.add(1, 50);
        discovery.start();
        pass(NEXT.multipliedBy(2));
        // when
        list.streams.add(40, "late");
        pass(NEXT);
        // then
        assertThat(open.held).containsKey("late");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void walksTheWholeListWhereFiltersCanChangeOrTheListIsNotSorted(boolean canChange) {
        // given
        list.canChange = canChange;
        list.sorts = canChange;
        list.add(1, 250);
        discovery.start();
        pass(NEXT.multipliedBy(2));
        // when
        list.streams.add(100, "new");
        pass(NEXT);
        pass(NEXT);
        // then
        assertThat(open.held).containsKey("new");
    }

    // ---- Bad items, failures ----

    @Test
    void reportsABadItemOnceAndTakesTheRest() {
        // given
        list.add(1, 3);
        list.malformed.add("{id=null}");
        // when
        discovery.start();
        pass(NEXT.multipliedBy(3));
        list.add(4, 4);
        pass(NEXT.multipliedBy(2));
        // then
        assertThat(open.held.keySet()).containsExactlyElementsOf(keys(1, 4));
        assertThat(reported).hasSize(1).allMatch(text -> text.contains("is skipped"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void looksOnAfterAnyFailure(boolean throwsIt) {
        // given
        list.add(1, 150);
        list.failure = ScriptedListing.away();
        list.throwsIt = throwsIt;
        discovery.start();
        pass(NEXT.multipliedBy(2));
        assertThat(open.held).isEmpty();
        list.failure = null;
        pass(NEXT);
        assertThat(open.held).hasSize(150);
        // when
        list.failure = ScriptedListing.away();
        list.add(151, 160);
        pass(NEXT.multipliedBy(3));
        assertThat(health.issue()).isPresent();
        list.failure = null;
        pass(NEXT.multipliedBy(2));
        // then
        assertThat(open.held).hasSize(160);
        assertThat(health.issue()).isEmpty();
        assertThat(open.closed).isEmpty();
    }

    @Test
    void looksOnAfterAFaultOfItsOwn() {
        // given: a step that throws, twice
        list.add(1, 5);
        int[] faults = {2};
        list.change = page -> {
            if (faults[0]-- > 0) {
                throw new IllegalStateException("a fault");
            }
            return page;
        };
        // when
        discovery.start();
        pass(NEXT.multipliedBy(3));
        // then
        assertThat(open.held).hasSize(5);
    }

    @Test
    void obeysTheProvidersWaitButNoLongerThanAnHour() {
        // given
        list.add(1, 5);
        list.failure = new io.camelproviders.core.error.RateLimitException(ErrorDetails.builder("slow down")
                .retryAfter(Duration.ofDays(3_000))
                .build());
        discovery.start();
        list.takeAsked();
        // when
        pass(Duration.ofMinutes(59));
        assertThat(list.takeAsked()).isEmpty();
        list.failure = null;
        pass(Duration.ofMinutes(2));
        // then
        assertThat(open.held).hasSize(5);
    }

    @Test
    void isDownWhenNobodyHasLookedForTooLongAndAtOnceWhenTheKeyIsRefused() {
        // given
        list.add(1, 1);
        discovery.start();
        pass(NEXT);
        list.failure = ScriptedListing.away();
        pass(NEXT.multipliedBy(2));
        assertThat(health.issue()).map(ConsumerIssue::down).contains(false);
        // when
        pass(Duration.ofMinutes(3));
        // then
        assertThat(health.issue()).map(ConsumerIssue::down).contains(true);
        list.failure = null;
        pass(NEXT.multipliedBy(2));
        assertThat(health.issue()).isEmpty();
        list.failure = new AuthenticationException(ErrorDetails.of("invalid key"));
        pass(NEXT);
        assertThat(health.issue()).map(ConsumerIssue::down).contains(true);
    }

    @Test
    void endsAWalkOverAListThatNeverEnds() {
        // given
        list.add(1, 150);
        list.ignoresPageNumber = true;
        list.canChange = true;
        // when
        discovery.start();
        list.streams.clear();
        list.add(2, 151);
        pass(NEXT.multipliedBy(5));
        // then: such a walk is no evidence that a stream is gone
        assertThat(list.takeAsked()).hasSizeLessThan(40);
        assertThat(open.closed).isEmpty();
    }

    // ---- Closing ----

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closesAStreamOnlyWhenTwoCompleteSweepsMissedItAndTheProviderSaysThatItIsGone(boolean canChange) {
        // given
        list.canChange = canChange;
        list.add(1, 10);
        discovery.start();
        pass(NEXT);
        list.streams.remove("c3");
        list.streams.remove("c4");
        list.gone.add("c3");
        // when
        pass(Duration.ofMinutes(20));
        // then
        assertThat(open.closed).containsExactly("c3");
        assertThat(open.held).containsKey("c4");
    }

    @Test
    void closesNothingWhenTheProviderCannotBeAsked() {
        // given
        list.canChange = true;
        list.add(1, 10);
        discovery.start();
        list.streams.remove("c3");
        list.gone.add("c3");
        pass(NEXT);
        // when: the walk is complete, then the provider is away
        list.failure = ScriptedListing.away();
        pass(NEXT.multipliedBy(5));
        // then
        assertThat(open.closed).isEmpty();
        list.failure = null;
        pass(NEXT.multipliedBy(3));
        assertThat(open.closed).containsExactly("c3");
    }

    @Test
    void takesBackAStreamThatMatchesAgain() {
        // given
        list.canChange = true;
        list.add(1, 3);
        discovery.start();
        list.streams.remove("c2");
        list.gone.add("c2");
        pass(NEXT.multipliedBy(4));
        assertThat(open.held).doesNotContainKey("c2");
        // when
        list.streams.add("c2");
        pass(NEXT);
        // then
        assertThat(open.held).containsKey("c2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closesNothingWhileAListSortedByActivityShiftsUnderIt(boolean canChange) {
        // given: the server sorts as it likes, and the order changes with every message
        Random dice = new Random(7);
        list.canChange = canChange;
        list.sorts = false;
        list.add(1, 300);
        list.beforePage = () -> Collections.swap(list.streams, dice.nextInt(300), dice.nextInt(300));
        // when
        discovery.start();
        pass(Duration.ofHours(3));
        // then
        assertThat(open.held).hasSize(300);
        assertThat(open.closed).isEmpty();
    }

    @Test
    void opensAgainWhatCouldNotBeOpenedWhetherOrNotTheNextLookShowsIt() {
        // given: another consumer has it
        list.add(1, 500);
        open.refused.add("c1");
        discovery.start();
        pass(NEXT);
        assertThat(open.held).doesNotContainKey("c1");
        // when
        open.refused.clear();
        pass(NEXT);
        // then
        assertThat(open.held).containsKey("c1");
    }

    @Test
    void doesNothingMoreOnceItHasStopped() {
        // given
        list.add(1, 5);
        discovery.start();
        // when
        discovery.stop();
        list.takeAsked();
        pass(Duration.ofHours(1));
        // then
        assertThat(list.takeAsked()).isEmpty();
    }
}
