/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.offset.StreamOffset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails or hangs, a stream continues or says that it does not. */
class NoSilentStallTest {

    private static final List<String> COLLABORATORS = List.of(
            "recall",
            "load",
            "now",
            "save",
            "pacer",
            "prepare",
            "open",
            "newDecoder",
            "decode",
            "choose",
            "deliver",
            "report",
            "changes",
            "fault");

    private final SubscriptionHarness lab = new SubscriptionHarness();
    private StreamSubscription stream;

    private static SubscriptionSettings settings() {
        return SubscriptionHarness.settings(1, OnFailure.RETRY, OnUnknownOffset.FAIL);
    }

    static Stream<Arguments> failures() {
        List<Supplier<Throwable>> kinds = List.of(
                () -> new IllegalStateException("provoked by this test"),
                () -> new OutOfMemoryError("provoked by this test"));
        return COLLABORATORS.stream().flatMap(where -> kinds.stream().map(kind -> Arguments.of(where, kind)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void continuesOrReportsThatItDoesNotWhenACollaboratorThrows(String where, Supplier<Throwable> failure) {
        // given
        lab.faults.once(where, failure);
        stream = lab.started(settings());
        // when: an outage and a message of each kind reach every collaborator
        serve("m1");
        if (!lab.connections.isEmpty()) {
            lab.last().says("event: broken\ndata: x\n\n").answer(503);
        }
        serve("m2");
        // then
        assertThat(lab.faults.wasHit(where)).isTrue();
        boolean delivered = lab.delivered().containsAll(List.of("m1", "m2"));
        assertThat(delivered || stream.status().state() == StreamState.FAILED)
                .as("%s, delivered %s", stream.status(), lab.delivered())
                .isTrue();
        assertThat(delivered || stream.status().down()).isTrue();
        assertThat(lab.delivered()).doesNotHaveDuplicates();
    }

    /** Lets the stream connect, says something and completes what is in the route, for two minutes. */
    private void serve(String id) {
        for (int i = 0; i < 24; i++) {
            lab.scheduler.advance(Duration.ofSeconds(5));
            boolean open = stream.status().state() == StreamState.OPEN;
            if (!open && stream.status().state() == StreamState.CONNECTING && !lab.connections.isEmpty()) {
                lab.last().open();
            }
            if (!lab.delivered().contains(id) && stream.status().state() == StreamState.OPEN) {
                lab.last().message(id);
            }
            if (lab.delivered().contains(id)) {
                lab.delivery(lab.deliveries.size() - 1).done().accept(null);
            }
        }
    }

    @Test
    void reconnectsWhenAnErrorInterruptsTheDecoding() {
        // given
        stream = lab.started(settings());
        lab.last().open();
        lab.faults.once("decode", () -> new OutOfMemoryError("provoked by this test"));
        // when
        lab.last().message("m1");
        lab.reconnected().open().message("m1");
        // then
        assertThat(lab.delivered()).containsExactly("m1");
        assertThat(stream.status().trouble()).isNull();
    }

    @Test
    void reportsAnEventThatItsDecoderCannotHandleAndContinues() {
        // given
        stream = lab.started(settings());
        lab.last().open();
        lab.faults.once("decode", () -> new IllegalStateException("provoked by this test"));
        // when
        lab.last().message("m1").message("m2");
        // then
        assertThat(lab.delivered()).containsExactly("m2");
        assertThat(stream.status().counts().malformed()).isEqualTo(1);
    }

    @Test
    void abandonsAHandshakeThatNeverCompletesAndTriesAgain() {
        // given
        CompletableFuture<HttpRequest> hung = new CompletableFuture<>();
        lab.handshake = hung;
        stream = lab.started(settings());
        // when
        lab.handshake = null;
        lab.scheduler.advance(SubscriptionSettings.Bounds.DEFAULT.handshake().plusMinutes(1));
        lab.last().open().message("m1");
        // then
        assertThat(hung).isCancelled();
        assertThat(lab.delivered()).containsExactly("m1");
    }

    @Test
    void looksUpTheCurrentOffsetAgainWhenTheFirstLookUpNeverCompletes() {
        // given
        lab.now = new CompletableFuture<>();
        stream = lab.started(settings());
        // when
        lab.now = CompletableFuture.completedFuture(new StreamOffset("m0"));
        lab.scheduler.advance(SubscriptionSettings.Bounds.DEFAULT.handshake().plusMinutes(1));
        // then
        assertThat(lab.asked).containsExactly(new StreamOffset("m0"));
    }

    @Test
    void reconnectsWhenTheTransportNeverReportsTheEndOfAnAttempt() {
        // given
        stream = lab.started(settings());
        // when
        lab.scheduler.advance(Duration.ofMinutes(5));
        // then
        assertThat(lab.connections).hasSizeGreaterThan(1);
        assertThat(lab.connections.get(0).aborted).isTrue();
    }

    @Test
    void reconnectsWhenTheTransportNeverReportsTheEndOfASilentConnection() {
        // given
        stream = lab.started(settings());
        lab.last().open().message("m1");
        lab.delivery(0).done().accept(null);
        // when
        lab.scheduler.advance(Duration.ofMinutes(62));
        // then
        assertThat(lab.connections).hasSize(2);
    }

    @Test
    void isDownWhileASaveHangsAndContinuesWhenTheNextOneCompletes() {
        // given
        stream = lab.started(settings());
        lab.last().open().message("m1").message("m2");
        lab.saving = new CompletableFuture<>();
        lab.delivery(0).done().accept(null);
        // when
        lab.scheduler.advance(SubscriptionSettings.Bounds.DEFAULT.save().minusSeconds(1));
        // then
        assertThat(stream.status().oldestSave()).isEqualTo(Duration.ofSeconds(29));
        assertThat(stream.status().down()).isFalse();
        lab.scheduler.advance(Duration.ofSeconds(1));
        assertThat(stream.status().down()).isTrue();
        assertThat(stream.status().trouble()).contains("30 s");
        lab.saving = null;
        lab.scheduler.advance(Duration.ofSeconds(1));
        assertThat(stream.status().down()).isFalse();
        assertThat(lab.stored()).contains("m1");
        assertThat(lab.delivered()).containsExactly("m1", "m2");
    }

    @Test
    void leavesAStoreAloneThatCompletesNoSave() {
        // given
        stream = lab.started(settings());
        lab.last().open().message("m1");
        lab.saving = new CompletableFuture<>();
        int before = lab.saves;
        // when
        lab.delivery(0).done().accept(null);
        lab.scheduler.advance(Duration.ofHours(3));
        // then
        assertThat(lab.saves - before).isEqualTo(3);
        assertThat(stream.status().down()).isTrue();
        CompletableFuture<Void> end = stream.stop();
        assertThat(end).isCompletedExceptionally();
    }

    @Test
    void isDownWhileAMessageIsInTheRouteForTooLong() {
        // given
        stream = lab.started(settings());
        lab.last().open().message("m1");
        // when
        lab.scheduler.advance(Duration.ofMinutes(14));
        // then
        assertThat(stream.status().oldestMessage()).isEqualTo(Duration.ofMinutes(14));
        assertThat(stream.status().down()).isFalse();
        lab.scheduler.advance(Duration.ofMinutes(1));
        assertThat(stream.status().down()).isTrue();
        assertThat(stream.status().trouble()).contains("m1").contains("900 s");
        lab.delivery(0).done().accept(null);
        assertThat(stream.status().down()).isFalse();
    }

    @Test
    void isDownWhileTheFilterDoesNotDecide() {
        // given
        lab.choices.put("m1", new CompletableFuture<>());
        stream = lab.started(settings());
        lab.last().open().message("m1");
        // when
        lab.scheduler.advance(Duration.ofMinutes(16));
        // then
        assertThat(stream.status().down()).isTrue();
        assertThat(stream.status().trouble()).contains("could not be dispatched");
    }

    @Test
    void redeliversAMessageWhoseBodyTheRouteChanged() {
        // given
        stream = lab.started(settings());
        lab.last().open().message("m1");
        StreamEvent event = lab.delivery(0).event();
        // when
        lab.bodies.get(0).add("changed by the route");
        lab.delivery(0).done().accept(new IllegalStateException("provoked by this test"));
        lab.bodies.get(0).add("and again");
        lab.scheduler.advance(Duration.ofSeconds(1));
        // then
        assertThat(event.payload()).isInstanceOf(List.class);
        assertThat(lab.delivered()).containsExactly("m1", "m1");
    }

    @Test
    void asksForTheStartAndStoresItOnceWhenSuspendedMeanwhile() {
        // given
        lab.now = new CompletableFuture<>();
        stream = lab.started(settings());
        // when
        for (int i = 0; i < 3; i++) {
            CompletableFuture<Void> unused = stream.suspend();
            stream.start();
        }
        lab.now.complete(new StreamOffset("m0"));
        lab.scheduler.advance(Duration.ZERO);
        // then
        assertThat(lab.lookUps).isEqualTo(1);
        assertThat(lab.saves).isEqualTo(1);
        assertThat(lab.connections).hasSize(1);
    }

    @Test
    void usesWhatALookUpFoundDuringASuspension() {
        // given
        lab.now = new CompletableFuture<>();
        stream = lab.started(settings());
        CompletableFuture<Void> unused = stream.suspend();
        // when
        lab.now.complete(new StreamOffset("m0"));
        // then
        assertThat(lab.connections).isEmpty();
        stream.start();
        lab.scheduler.advance(Duration.ZERO);
        assertThat(lab.lookUps).isEqualTo(1);
        assertThat(lab.asked).containsExactly(new StreamOffset("m0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410})
    void treatsAStatusWithoutTheProvidersEnvelopeAsAnOutage(int status) {
        // given
        lab.fromProvider = false;
        stream = lab.started(settings());
        // when
        lab.last().answer(status);
        // then
        assertThat(stream.status().state()).isEqualTo(StreamState.BACKOFF);
        lab.reconnected().open().message("m1");
        assertThat(lab.delivered()).containsExactly("m1");
    }

    @Test
    void waitsAtMostAnHourAndIsDownWhateverTheProviderAsksFor() {
        // given
        lab.retryAfter = Duration.ofDays(36_500);
        stream = lab.started(new SubscriptionSettings(
                null,
                1,
                10,
                new io.camelproviders.core.retry.RetryPolicy(
                        2,
                        Duration.ofMillis(500),
                        2,
                        Duration.ofSeconds(30),
                        SubscriptionSettings.MAX_REQUESTED_DELAY,
                        io.camelproviders.core.retry.RetryPolicy.LongWait.SHORTEN),
                SubscriptionHarness.RECONNECT,
                Duration.ofMinutes(1),
                OnFailure.RETRY,
                OnUnknownOffset.FAIL,
                false,
                SubscriptionSettings.Bounds.DEFAULT));
        // when
        for (int hour = 0; hour < 10; hour++) {
            lab.last().answer(503);
            assertThat(stream.status().down()).isTrue();
            lab.scheduler.advance(Duration.ofMinutes(59));
            assertThat(lab.connections).hasSize(hour + 1);
            lab.scheduler.advance(Duration.ofMinutes(1));
            assertThat(lab.connections).hasSize(hour + 2);
        }
        // then
        lab.last().open().message("m1");
        assertThat(lab.delivered()).containsExactly("m1");
        assertThat(stream.status().down()).isFalse();
    }
}
