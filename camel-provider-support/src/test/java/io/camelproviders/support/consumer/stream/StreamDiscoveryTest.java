/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.offset.StreamOffset;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which streams are opened and closed, at what cost, however the list behaves. */
class StreamDiscoveryTest extends DiscoveryTestSupport {

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
        for (int second = 0; second < 600; second++) {
            // when
            list.add(last + 1, last + 10);
            last += 10;
            pass(Duration.ofSeconds(1));
        }
        // then
        assertThat(longestLook(list.takeAsked())).isBetween(2, 5);
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
