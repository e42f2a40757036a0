/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.offset.StreamOffset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The state machine of a stream against a scripted server. */
class StreamSubscriptionTest {

    private final SubscriptionHarness lab = new SubscriptionHarness();

    private static SubscriptionSettings settings(int maxInFlight) {
        return SubscriptionHarness.settings(maxInFlight, OnFailure.RETRY, OnUnknownOffset.FAIL);
    }

    @Test
    void storesWhereItBeginsBeforeItConnects() {
        // given
        lab.storeBroken = true;
        // when
        lab.started(settings(1));
        lab.scheduler.advance(Duration.ofSeconds(5));
        // then
        assertThat(lab.connections).isEmpty();
        lab.storeBroken = false;
        lab.reconnected();
        assertThat(lab.stored()).contains("m0");
        assertThat(lab.asked).containsExactly(new StreamOffset("m0"));
    }

    @Test
    void goesOnFromTheLastMessageReceivedAndStoresTheLastOneDone() {
        // given
        lab.started(settings(1));
        lab.last().open().message("m1").message("m2").message("m3").says("id: m4\nda");
        // when
        lab.delivery(0).done().accept(null);
        lab.last().close();
        lab.reconnected();
        // then
        assertThat(lab.asked).last().isEqualTo(new StreamOffset("m3"));
        assertThat(lab.stored()).contains("m1");
        assertThat(lab.delivered()).containsExactly("m1", "m2");
    }

    @Test
    void countsAnOutageFromItsBeginningHoweverManyAttemptsItSees() {
        // given
        StreamSubscription stream = lab.started(settings(1));
        lab.last().open();
        lab.last().close();
        // when
        for (int attempt = 0; attempt < 10; attempt++) {
            lab.reconnected().answer(503);
        }
        // then
        Duration outage = stream.status().since();
        assertThat(outage).isGreaterThan(Duration.ofSeconds(60));
        lab.reconnected().open();
        assertThat(stream.status().since()).isZero();
    }

    @Test
    void deliversWhatComesOutOfOrderOnceEachAndGoesOnFromTheServersLastPosition() {
        // given
        lab.started(settings(9));
        lab.last().open().message("m1").message("m2");
        lab.last().close();
        // when
        lab.reconnected()
                .open()
                .message("m5")
                .message("m2")
                .message("m3")
                .message("m1")
                .message("m4");
        lab.last().close();
        lab.reconnected();
        // then
        assertThat(lab.delivered()).containsExactly("m1", "m2", "m5", "m3", "m4");
        assertThat(lab.asked).last().isEqualTo(new StreamOffset("m4"));
    }

    @Test
    void knowsTheStoredPositionAgainHoweverManyOthersTheServerPutsBeforeIt() {
        // given
        CompletableFuture<Void> unused = lab.memory.save(java.util.Map.of("c", "m7"));
        // when
        lab.started(settings(9));
        lab.last().open().message("m7").message("m8").message("m7");
        // then
        assertThat(lab.delivered()).containsExactly("m8");
    }

    @Test
    void waitsLongerAfterEachFailureAndBeginsAnewAfterAMessage() {
        // given
        lab.started(settings(9));
        // when
        for (int i = 0; i < 8; i++) {
            lab.last().answer(503);
            lab.reconnected();
        }
        // then
        List<Duration> waits = lab.scheduler.waits.stream()
                .filter(SubscriptionHarness::isBackoff)
                .toList();
        for (int i = 0; i < 8; i++) {
            long base = Math.min(30_000, 500L << i);
            assertThat(waits.get(i)).isBetween(Duration.ofMillis(base / 10), Duration.ofMillis(base));
        }
        lab.last().open().message("m1").close();
        List<Duration> all = lab.scheduler.waits.stream()
                .filter(SubscriptionHarness::isBackoff)
                .toList();
        Duration next = all.get(all.size() - 1);
        assertThat(next).isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void grantsTheServerNothingForMessagesThatWaitForTheRoute() {
        // given
        lab.started(settings(1));
        SubscriptionHarness.Connection connection = lab.last().open();
        String filler = "x".repeat(1_000);
        // when
        int sent = 0;
        for (int i = 1; sent < StreamConnection.INITIAL_CREDIT; i++) {
            String event = "id: m" + i + "\ndata: " + filler + "\n\n";
            connection.says(event);
            sent += event.length();
        }
        // then: only the one in the route
        assertThat(connection.granted).isZero();
        for (int i = 0; i < 60; i++) {
            lab.delivery(i).done().accept(null);
        }
        assertThat(connection.granted).isBetween(32_000L, 64_000L);
    }

    @Test
    void triesAFailedMessageAgainBeforeAnyOther() {
        // given
        lab.started(settings(1));
        lab.last().open().message("m1").message("m2");
        // when
        lab.delivery(0).done().accept(new IllegalStateException("no"));
        lab.last().close();
        lab.scheduler.advance(Duration.ofSeconds(3));
        // then
        assertThat(lab.delivered()).containsExactly("m1", "m1");
        assertThat(lab.delivery(1).attempt()).isEqualTo(2);
        lab.delivery(1).done().accept(null);
        assertThat(lab.delivered()).containsExactly("m1", "m1", "m2");
    }

    @Test
    void leavesAMessageUndoneThatDidNotRunEvenIfFailuresAreSkipped() {
        // given
        StreamSubscription subscription =
                lab.started(SubscriptionHarness.settings(1, OnFailure.SKIP, OnUnknownOffset.FAIL));
        lab.last().open().message("m1").message("m2");
        // when
        CompletableFuture<Void> end = subscription.stop();
        lab.delivery(0).done().accept(new DeliveryRejectedException("stopping"));
        // then
        assertThat(end).isCompleted();
        assertThat(lab.stored()).contains("m0");
        assertThat(subscription.status().counts().passedOver()).isZero();
    }

    @Test
    void givesNothingUpThatFailsBecauseItIsStopped() {
        // given
        StreamSubscription subscription =
                lab.started(SubscriptionHarness.settings(1, OnFailure.SKIP, OnUnknownOffset.FAIL));
        lab.last().open().message("m1");
        // when
        CompletableFuture<Void> unused = subscription.stop();
        lab.delivery(0).done().accept(new java.util.concurrent.RejectedExecutionException("stopping"));
        // then
        assertThat(lab.stored()).contains("m0");
    }

    @Test
    void endsItsStopAndTriesNoLongerWhenTheStoreIsBroken() {
        // given
        StreamSubscription subscription = lab.started(settings(1));
        lab.last().open().message("m1");
        lab.storeBroken = true;
        lab.delivery(0).done().accept(null);
        // when
        CompletableFuture<Void> end = subscription.stop();
        lab.scheduler.runAll();
        // then
        assertThat(end).isCompletedExceptionally();
        assertThat(lab.scheduler.waiting()).isZero();
        assertThat(lab.stored()).contains("m0");
    }

    @Test
    void saysThatTheStoreIsBrokenUntilItWorksWhateverElseHeals() {
        // given
        StreamSubscription subscription = lab.started(settings(3));
        lab.last().open().message("m1").message("m2").message("m3").message("m4");
        lab.storeBroken = true;
        // when
        lab.delivery(0).done().accept(null);
        lab.last().close();
        lab.reconnected().open();
        // then
        assertThat(subscription.status().trouble()).contains("full");
        assertThat(subscription.status().down()).isTrue();
        assertThat(lab.delivered()).containsExactly("m1", "m2", "m3");
        lab.storeBroken = false;
        lab.scheduler.advance(Duration.ofSeconds(1));
        assertThat(subscription.status().trouble()).isNull();
        assertThat(lab.delivered()).containsExactly("m1", "m2", "m3", "m4");
    }

    @Test
    void asksOnceWhetherAMessageIsOurOwnHoweverLongTheAnswerTakes() {
        // given
        CompletableFuture<MessageHandler.FilterResult> first = new CompletableFuture<>();
        lab.choices.put("m1", first);
        lab.started(settings(1));
        lab.last().open().message("m1").message("m2");
        // when: by then another send is under way, for which a new question would wait
        lab.choices.put("m1", new CompletableFuture<>());
        first.complete(MessageHandler.FilterResult.DELIVER);
        // then
        assertThat(lab.delivered()).containsExactly("m1");
    }

    @Test
    void keepsAPossibleEchoBackWhileAMessageIsPerhapsDeliveredAgain() {
        // given
        lab.started(settings(4));
        lab.choices.put("own1", CompletableFuture.completedFuture(MessageHandler.FilterResult.DELIVER));
        // when
        lab.last().open().message("m1").message("own1").message("m2");
        // then
        assertThat(lab.delivered()).containsExactly("m1");
        lab.choices.put("own1", CompletableFuture.completedFuture(MessageHandler.FilterResult.SKIP));
        lab.delivery(0).done().accept(null);
        assertThat(lab.delivered()).containsExactly("m1", "m2");
        assertThat(lab.reports).contains("passed own1");
    }

    @Test
    void forgetsAnOwnMessageOnlyWhenTheStoredOffsetHasPassedIt() {
        // given: both of the window are in the route when the echo is passed over
        lab.started(settings(3));
        lab.choices.put("e1", CompletableFuture.completedFuture(MessageHandler.FilterResult.SKIP));
        lab.last().open().message("m1").message("e1").message("m2");
        // when
        lab.delivery(1).done().accept(null);
        // then
        assertThat(lab.reports).isEmpty();
        assertThat(lab.stored()).contains("m0");
        lab.delivery(0).done().accept(null);
        assertThat(lab.reports).containsExactly("passed e1");
        assertThat(lab.stored()).contains("m2");
    }

    @Test
    void keepsWhatItReadWhenItGoesOnFromNow() {
        // given
        lab.started(SubscriptionHarness.settings(1, OnFailure.RETRY, OnUnknownOffset.NOW));
        lab.last().open().message("m1").message("m2").close();
        // when
        lab.now = CompletableFuture.completedFuture(new StreamOffset("m9"));
        lab.reconnected().answer(404);
        lab.scheduler.advance(Duration.ofMillis(1));
        lab.last().open().message("m10");
        for (int i = 0; i < 3; i++) {
            lab.delivery(i).done().accept(null);
        }
        // then
        assertThat(lab.asked).last().isEqualTo(new StreamOffset("m9"));
        assertThat(lab.delivered()).containsExactly("m1", "m2", "m10");
        assertThat(lab.stored()).contains("m10");
    }

    @Test
    void survivesAHandshakeThatFailsBeforeItBegins() {
        // given
        lab.handshakeThrows = true;
        StreamSubscription subscription = lab.started(settings(1));
        assertThat(subscription.status().state()).isEqualTo(StreamState.BACKOFF);
        // when
        lab.handshakeThrows = false;
        lab.reconnected().open().message("m1");
        // then
        assertThat(lab.delivered()).containsExactly("m1");
    }

    @Test
    void hearsNothingOfAnOldConnection() {
        // given
        StreamSubscription subscription = lab.started(settings(9));
        SubscriptionHarness.Connection old = lab.last().open();
        // when
        CompletableFuture<Void> unused = subscription.suspend();
        old.message("m1");
        subscription.start();
        lab.scheduler.advance(Duration.ZERO);
        old.message("m1");
        lab.last().open().message("m1");
        // then
        assertThat(old.aborted).isTrue();
        assertThat(lab.delivered()).containsExactly("m1");
    }
}
