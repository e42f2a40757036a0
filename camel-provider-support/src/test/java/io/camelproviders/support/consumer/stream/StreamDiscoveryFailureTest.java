/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.support.observability.ConsumerIssue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Discovery goes on whatever fails, and says so. */
class StreamDiscoveryFailureTest extends DiscoveryTestSupport {

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
        list.failure = new AuthenticationException(ErrorDetails.builder("invalid key")
                .status(401)
                .fromProvider(true)
                .build());
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
}
