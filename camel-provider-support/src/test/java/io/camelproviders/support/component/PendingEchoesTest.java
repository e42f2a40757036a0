/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PendingEchoesTest {

    private static final int MOST = PendingEchoes.BLOCK * PendingEchoes.MOST_BLOCKS;

    private final Map<String, String> store = new HashMap<>();
    private final PendingEchoes ids = new PendingEchoes();

    private PendingEchoes recalled() {
        PendingEchoes again = new PendingEchoes();
        again.recall(load());
        return again;
    }

    private PendingEchoes.Recalled load() {
        return PendingEchoes.load("k", key -> CompletableFuture.completedFuture(Optional.ofNullable(store.get(key))))
                .join();
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "m" + i).toList();
    }

    @Test
    void storesFarMoreThanAThousandAndWritesOneBlockForOneMore() {
        // given
        names(0, 5_000).forEach(ids::add);
        store.putAll(ids.changes("k"));
        // when
        ids.add("one more");
        Map<String, String> written = ids.changes("k");
        store.putAll(written);
        // then
        assertThat(written).hasSizeLessThanOrEqualTo(2);
        assertThat(String.join("", written.values())).hasSizeLessThan(PendingEchoes.BLOCK * 10);
        PendingEchoes again = recalled();
        assertThat(names(0, 5_000)).allMatch(again::contains);
        assertThat(again.contains("one more")).isTrue();
        assertThat(ids.changes("k")).isEmpty();
    }

    @Test
    void isAfterEachRestartWhatItWasBefore() {
        // given: a random walk with the order of an echo, oldest first, and restarts in between
        Random dice = new Random(3);
        Deque<String> expected = new ArrayDeque<>();
        PendingEchoes now = ids;
        int number = 0;
        for (int step = 0; step < 20_000; step++) {
            // when
            if (dice.nextInt(10) < 5 + step / 10_000 * -2) {
                String id = "m" + number++;
                now.add(id);
                expected.add(id);
            } else if (!expected.isEmpty()) {
                now.remove(expected.remove());
            }
            if (dice.nextInt(50) == 0) {
                store.putAll(now.changes("k"));
                now = recalled();
                // then
                assertThat(now.size()).isEqualTo(expected.size());
                assertThat(expected).allMatch(now::contains);
            }
        }
    }

    @Test
    void keepsTheNewestAndABoundedNumberOfEntriesWhateverComes() {
        // when
        for (String id : names(0, 2 * MOST)) {
            ids.add(id);
        }
        store.putAll(ids.changes("k"));
        // then
        assertThat(ids.size()).isEqualTo(MOST);
        assertThat(store).hasSizeLessThanOrEqualTo(2 * PendingEchoes.MOST_BLOCKS + 1);
        PendingEchoes again = recalled();
        assertThat(again.size()).isEqualTo(MOST);
        assertThat(names(MOST, 2 * MOST)).allMatch(again::contains);
    }

    @Test
    void keepsWhatWasAddedBeforeItRecalled() {
        // given
        names(0, 200).forEach(ids::add);
        store.putAll(ids.changes("k"));
        PendingEchoes again = new PendingEchoes();
        again.add("early");
        // when
        again.recall(load());
        again.recall(load());
        store.putAll(again.changes("k"));
        // then
        PendingEchoes third = recalled();
        assertThat(third.size()).isEqualTo(201);
        assertThat(third.contains("early")).isTrue();
        assertThat(third.contains("m0")).isTrue();
    }

    @Test
    void takesNonsenseForNothing() {
        // given
        store.put("k", "9-");
        // when / then
        assertThat(recalled().size()).isZero();
        assertThat(new PendingEchoes().changes("k")).isEmpty();
    }
}
