/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StreamingCallTest {

    private final ScriptedStreamingSource source = new ScriptedStreamingSource();
    private final JumpingScheduler scheduler = new JumpingScheduler();

    private StreamingCall<String, String> call(String endMark, StreamingRetry retry) {
        return new StreamingCall<>(
                source,
                () -> new WordChunkReader(endMark),
                retry,
                scheduler,
                new StreamingCall.Label("fake", "words/say"),
                1_000);
    }

    private StreamingCall<String, String> call() {
        return call("END", StreamingRetry.NEVER);
    }

    private CollectingSubscriber collect(long demand) {
        CollectingSubscriber sink = new CollectingSubscriber(demand);
        call().start(sink);
        return sink;
    }

    @Test
    void completesAtTheEndMarkWithoutWaitingForTheConnectionToClose() {
        CollectingSubscriber sink = collect(Long.MAX_VALUE);

        source.last().script().onOpen(new ResponseHead(200, List.of()));
        source.last().items("Hel|lo", "-", "!", "END", "ignored");

        assertThat(sink.chunks).containsExactly("Hel", "lo", "!");
        assertThat(sink.answer).isNotNull();
        assertThat(sink.whole().text()).isEqualTo("Hello!");
        assertThat(sink.whole().result()).isEqualTo(6);
        assertThat(sink.whole().attributes()).containsEntry("words", 6);
        assertThat(sink.whole().chunks()).isEqualTo(3);
        assertThat(sink.whole().head()).isNotNull();
        assertThat(sink.ends).isOne();
        assertThat(source.last().finished).isTrue();
        assertThat(source.last().aborted).isFalse();
    }

    @Test
    void givesAnItemsRoomBackWhenItsChunksWereHandedOn() {
        CollectingSubscriber sink = new CollectingSubscriber(0);
        ChunkSubscription flow = call().start(sink);
        source.last().items("a|b", "c", "d");

        flow.request(1);
        int afterOne = source.last().released;
        flow.request(1);

        assertThat(sink.chunks).containsExactly("a", "b");
        assertThat(afterOne).isZero();
        assertThat(source.last().released).isEqualTo(10);
    }

    @Test
    void handsOnNoMoreChunksThanRequested() {
        CollectingSubscriber sink = collect(2);

        source.last().items("a", "b", "c").script().onClose();

        assertThat(sink.chunks).containsExactly("a", "b");
        assertThat(sink.ends).isZero();
    }

    @Test
    void tellsTheEndWithoutDemand() {
        CollectingSubscriber sink = collect(1);

        source.last().items("a", "END");

        assertThat(sink.answer).isNotNull();
    }

    @Test
    void aClosedStreamWithoutItsEndMarkIsAFaultWithThePartialText() {
        CollectingSubscriber sink = collect(Long.MAX_VALUE);

        source.last().items("Hel", "lo").script().onClose();

        assertThat(sink.failure).isInstanceOfSatisfying(StreamFaultException.class, fault -> {
            assertThat(fault.partialText()).isEqualTo("Hello");
            assertThat(fault.chunksDelivered()).isEqualTo(2);
            assertThat(fault.getMessage()).contains("fake:words/say", "END");
        });
        assertThat(sink.ends).isOne();
    }

    @Test
    void aClosedStreamIsTheEndWhereThereIsNoEndMark() {
        CollectingSubscriber sink = new CollectingSubscriber(Long.MAX_VALUE);
        call("", StreamingRetry.NEVER).start(sink);

        source.last().items("Hel", "lo").script().onClose();

        assertThat(sink.answer).isNotNull();
        assertThat(sink.whole().text()).isEqualTo("Hello");
    }

    @Test
    void aBreakInMidStreamKeepsWhatArrivedAndNeverAsksAgain() {
        CollectingSubscriber sink = new CollectingSubscriber(Long.MAX_VALUE);
        call("END", (cause, attempts) -> Optional.of(Duration.ZERO)).start(sink);
        source.last().script().onOpen(null);

        source.last().items("Hel", "lo");
        source.last().script().onFailure(new TransportException(ErrorDetails.of("connection reset")));

        assertThat(source.attempts).hasSize(1);
        assertThat(scheduler.planned).isEmpty();
        assertThat(sink.failure).isInstanceOfSatisfying(StreamFaultException.class, fault -> {
            assertThat(fault.partialText()).isEqualTo("Hello");
            assertThat(fault.chunksDelivered()).isEqualTo(2);
            assertThat(fault.getCause()).isInstanceOf(TransportException.class);
            assertThat(fault.getMessage()).contains("connection reset");
        });
    }

    @Test
    void aFailureBeforeAnythingWasOpenedStandsAsItIs() {
        CollectingSubscriber sink = collect(Long.MAX_VALUE);

        source.last().script().onFailure(new ProviderTimeoutException(ErrorDetails.of("no head")));

        assertThat(sink.failure).isInstanceOf(ProviderTimeoutException.class);
        assertThat(sink.cause().attempts()).isEqualTo(1);
    }

    @Test
    void asksAgainBeforeTheFirstChunkIfAllowed() {
        CollectingSubscriber sink = new CollectingSubscriber(Long.MAX_VALUE);
        call("END", (cause, attempts) -> Optional.of(Duration.ofSeconds(attempts)))
                .start(sink);
        ScriptedStreamingSource.Asked first = source.last();
        first.script().onOpen(null);

        first.script().onFailure(new TransportException(ErrorDetails.of("reset")));
        Duration waited = scheduler.planned.get(0).delay();
        scheduler.jump();
        first.items("late word of the first attempt");
        source.last().items("fresh", "END");

        assertThat(waited).isEqualTo(Duration.ofSeconds(1));
        assertThat(source.attempts).hasSize(2);
        assertThat(sink.chunks).containsExactly("fresh");
        assertThat(sink.answer).isNotNull();
        assertThat(sink.whole().attempts()).isEqualTo(2);
    }

    @Test
    void cancelClosesTheConnectionAtOnceAndEndsWithAborted() {
        CollectingSubscriber sink = new CollectingSubscriber(0);
        ChunkSubscription flow = call().start(sink);
        source.last().items("a");

        flow.cancel();
        flow.cancel();
        source.last().items("b");

        assertThat(source.last().aborted).isTrue();
        assertThat(sink.failure).isInstanceOf(AbortedException.class);
        assertThat(sink.ends).isOne();
        assertThat(sink.chunks).isEmpty();
    }

    @Test
    void cancelWhileWaitingForTheNextAttemptCallsItOff() {
        CollectingSubscriber sink = new CollectingSubscriber(1);
        ChunkSubscription flow =
                call("END", (cause, attempts) -> Optional.of(Duration.ZERO)).start(sink);
        source.last().script().onFailure(new TransportException(ErrorDetails.of("refused")));

        flow.cancel();
        scheduler.jump();

        assertThat(source.attempts).hasSize(1);
        assertThat(sink.failure).isInstanceOf(AbortedException.class);
    }

    @Test
    void anOrdinaryAnswerCountsAsTheWholeAnswer() {
        CollectingSubscriber sink = collect(1);

        source.last().script().onResponse(response("whole"));

        assertThat(sink.answer).isNotNull();
        assertThat(sink.whole().text()).isEqualTo("whole");
    }

    @Test
    void anErrorInPlaceOfAStreamKeepsItsOwnClass() {
        CollectingSubscriber sink = collect(1);

        source.last().script().onResponse(response("ERROR"));

        assertThat(sink.failure).isInstanceOf(ProviderFaultException.class);
        assertThat(sink.cause().code()).contains("oops");
    }

    @Test
    void anErrorInsideTheStreamTellsWhatHadArrived() {
        CollectingSubscriber sink = collect(Long.MAX_VALUE);

        source.last().items("Hel", "ERROR", "lo");

        assertThat(sink.failure).isInstanceOfSatisfying(StreamFaultException.class, fault -> {
            assertThat(fault.partialText()).isEqualTo("Hel");
            assertThat(fault.code()).contains("oops");
            assertThat(fault.getCause()).isInstanceOf(ProviderFaultException.class);
        });
        assertThat(source.last().aborted).isTrue();
    }

    @Test
    void anAnswerBeyondTheLimitFailsAndClosesTheConnection() {
        CollectingSubscriber sink = collect(Long.MAX_VALUE);

        source.last().script().onItem("big", 1_001);

        assertThat(sink.failure).isInstanceOf(LimitExceededException.class);
        assertThat(sink.failure).hasMessageContaining("maxResponseBytes");
        assertThat(source.last().aborted).isTrue();
    }

    @Test
    void aFaultyReaderStillGivesTheAnswerAnEnd() {
        CollectingSubscriber sink = collect(Long.MAX_VALUE);

        source.last().items("BUG");

        assertThat(sink.failure).isInstanceOf(ProtocolException.class).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void cancellingTheAggregateClosesTheConnection() {
        CompletableFuture<StreamingResult> whole = call().aggregate();

        whole.cancel(false);

        assertThat(source.last().aborted).isTrue();
    }

    @Test
    void theAggregateIsTheWholeAnswer() {
        CompletableFuture<StreamingResult> whole = call().aggregate();

        source.last().items("Hel", "lo", "END");

        assertThat(whole.join().text()).isEqualTo("Hello");
    }

    @Test
    void refusesANonPositiveDemand() {
        ChunkSubscription flow = call().start(new CollectingSubscriber(0));

        assertThatThrownBy(() -> flow.request(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpResponse response(String body) {
        return new HttpResponse(new ResponseHead(200, List.of()), body.getBytes(StandardCharsets.UTF_8), 1);
    }
}
