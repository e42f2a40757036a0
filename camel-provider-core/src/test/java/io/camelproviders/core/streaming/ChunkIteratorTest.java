/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.StreamFaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChunkIteratorTest {

    private final ScriptedStreamingSource source = new ScriptedStreamingSource();

    private ChunkIterator<String> iterate(int capacity) {
        return new StreamingCall<>(
                        source,
                        () -> new WordChunkReader("END"),
                        StreamingRetry.NEVER,
                        new JumpingScheduler(),
                        new StreamingCall.Label("fake", "words/say"),
                        100_000)
                .iterate(capacity);
    }

    @Test
    void handsOutAllChunksAndThenTheWholeAnswer() {
        ChunkIterator<String> chunks = iterate(2);
        source.last().items("a", "b", "c", "d", "e", "END");

        List<String> taken = new ArrayList<>();
        chunks.forEachRemaining(taken::add);

        assertThat(taken).containsExactly("a", "b", "c", "d", "e");
        assertThat(chunks.answer()).map(StreamingResult::text).contains("abcde");
        assertThatThrownBy(chunks::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void holdsNoMoreThanItsCapacity() {
        ChunkIterator<String> chunks = iterate(4);

        source.last().items("a", "b", "c", "d", "e", "f", "g", "h");
        int beforeTaking = source.last().released;
        chunks.next();
        chunks.next();

        assertThat(beforeTaking).isEqualTo(40);
        assertThat(source.last().released).isEqualTo(60);
    }

    @Test
    void throwsTheFailureBehindTheChunksThatCameBeforeIt() {
        ChunkIterator<String> chunks = iterate(4);
        source.last().items("a", "b").script().onClose();

        List<String> taken = List.of(chunks.next(), chunks.next());

        assertThat(taken).containsExactly("a", "b");
        assertThat(chunks.hasNext()).isTrue();
        assertThatThrownBy(chunks::next).isInstanceOf(StreamFaultException.class);
        assertThat(chunks.hasNext()).isFalse();
    }

    @Test
    void hasBegunWithItsFirstChunk() {
        ChunkIterator<String> chunks = iterate(4);
        CompletableFuture<Void> begun = chunks.begun();
        boolean early = begun.isDone();

        source.last().items("a");

        assertThat(early).isFalse();
        assertThat(begun).isCompleted();
    }

    @Test
    void whoClosesItBeforeItBeganIsTold() {
        ChunkIterator<String> chunks = iterate(4);

        chunks.close();

        assertThat(chunks.begun()).isCompletedExceptionally();
    }

    @Test
    void closeWakesTheWaitingTakerAndStopsTheAnswer() throws Exception {
        ChunkIterator<String> chunks = iterate(4);
        CompletableFuture<Boolean> more = CompletableFuture.supplyAsync(chunks::hasNext);

        chunks.close();
        chunks.close();

        assertThat(more.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(source.last().aborted).isTrue();
    }

    @Test
    void aChunkThatArrivesWakesTheWaitingTaker() throws Exception {
        ChunkIterator<String> chunks = iterate(4);
        CompletableFuture<String> next = CompletableFuture.supplyAsync(chunks::next);

        source.last().items("a");

        assertThat(next.get(30, TimeUnit.SECONDS)).isEqualTo("a");
    }

    @Test
    void anInterruptedTakerStopsTheAnswerAndKeepsItsFlag() {
        ChunkIterator<String> chunks = iterate(4);
        CompletableFuture<Boolean> flagKept = new CompletableFuture<>();
        Thread taker = new Thread(() -> {
            try {
                assertThat(chunks.hasNext()).isFalse();
            } catch (AbortedException e) {
                flagKept.complete(Thread.currentThread().isInterrupted());
            }
        });
        taker.start();
        await().until(() -> taker.getState() == Thread.State.WAITING);

        taker.interrupt();

        assertThat(flagKept.join()).isTrue();
        assertThat(source.last().aborted).isTrue();
    }

    @Test
    void isFilledAcrossThreadsWithoutLosingOrRepeatingAChunk() throws Exception {
        ChunkIterator<String> chunks = iterate(8);
        CompletableFuture<Integer> taken = CompletableFuture.supplyAsync(() -> {
            int expected = 0;
            while (chunks.hasNext()) {
                assertThat(chunks.next()).isEqualTo(Integer.toString(expected));
                expected++;
            }
            return expected;
        });

        for (int i = 0; i < 5_000; i++) {
            source.last().items(Integer.toString(i));
        }
        source.last().items("END");

        assertThat(taken.get(30, TimeUnit.SECONDS)).isEqualTo(5_000);
    }
}
