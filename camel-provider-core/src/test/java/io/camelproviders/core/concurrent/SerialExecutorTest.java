/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Alone, in order, and none stranded. */
class SerialExecutorTest {

    private final SerialExecutor steps = new SerialExecutor();

    /** Without a lock, on purpose: only steps touch it. */
    private final List<Integer> ran = new ArrayList<>();

    @Test
    void runsWhatAStepBringsBehindTheStep() {
        // when
        steps.execute(() -> {
            steps.execute(() -> ran.add(2));
            ran.add(1);
        });
        // then
        assertThat(ran).containsExactly(1, 2);
    }

    @Test
    void neverRunsTwoStepsAtOnceAndKeepsEachGiversOrder() throws Exception {
        // given
        int givers = 4;
        int each = 20_000;
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        // when
        List<CompletableFuture<Void>> all = IntStream.range(0, givers)
                .mapToObj(giver -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < each; i++) {
                        int number = giver * each + i;
                        steps.execute(() -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            ran.add(number);
                            inside.decrementAndGet();
                        });
                    }
                }))
                .toList();
        for (CompletableFuture<Void> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        // then
        assertThat(most).hasValue(1);
        assertThat(ran).hasSize(givers * each);
        for (int giver = 0; giver < givers; giver++) {
            int from = giver * each;
            assertThat(ran.stream().filter(number -> number >= from && number < from + each))
                    .isSorted();
        }
    }

    @Test
    void runsTheNextStepsAfterOneThatFailed() {
        // when
        steps.execute(() -> {
            steps.execute(() -> ran.add(1));
            throw new IllegalStateException("provoked by this test");
        });
        steps.execute(() -> ran.add(2));
        // then
        assertThat(ran).containsExactly(1, 2);
    }

    @Test
    void passesAnErrorToItsHandlerAndRunsTheNextTasksOnTheSameThread() {
        // given
        List<Throwable> failures = new ArrayList<>();
        SerialExecutor guarded = new SerialExecutor(failure -> {
            failures.add(failure);
            throw new IllegalStateException("the handler fails, too");
        });
        // when
        guarded.execute(() -> {
            guarded.execute(() -> ran.add(1));
            throw new StackOverflowError("provoked by this test");
        });
        guarded.execute(() -> ran.add(2));
        // then
        assertThat(failures).singleElement().isInstanceOf(StackOverflowError.class);
        assertThat(ran).containsExactly(1, 2);
    }
}
