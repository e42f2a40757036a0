/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.camel;

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

class AwaitedIdsTest {

    private static final int MOST = AwaitedIds.BLOCK * AwaitedIds.MOST_BLOCKS;

    private final Map<String, String> store = new HashMap<>();
    private final AwaitedIds ids = new AwaitedIds();

    private AwaitedIds recalled() {
        AwaitedIds again = new AwaitedIds();
        again.recall(load());
        return again;
    }

    private AwaitedIds.Recalled load() {
        return AwaitedIds.load("k", key -> CompletableFuture.completedFuture(Optional.ofNullable(store.get(key))))
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
        assertThat(String.join("", written.values())).hasSizeLessThan(AwaitedIds.BLOCK * 10);
        AwaitedIds again = recalled();
        assertThat(names(0, 5_000)).allMatch(again::contains);
        assertThat(again.contains("one more")).isTrue();
        assertThat(ids.changes("k")).isEmpty();
    }

    @Test
    void isAfterEachRestartWhatItWasBefore() {
        // given: a random walk with the order of an echo, oldest first, and restarts in between
        Random dice = new Random(3);
        Deque<String> expected = new ArrayDeque<>();
        AwaitedIds now = ids;
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
        assertThat(store).hasSizeLessThanOrEqualTo(2 * AwaitedIds.MOST_BLOCKS + 1);
        AwaitedIds again = recalled();
        assertThat(again.size()).isEqualTo(MOST);
        assertThat(names(MOST, 2 * MOST)).allMatch(again::contains);
    }

    @Test
    void keepsWhatWasAddedBeforeItRecalled() {
        // given
        names(0, 200).forEach(ids::add);
        store.putAll(ids.changes("k"));
        AwaitedIds again = new AwaitedIds();
        again.add("early");
        // when
        again.recall(load());
        again.recall(load());
        store.putAll(again.changes("k"));
        // then
        AwaitedIds third = recalled();
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
        assertThat(new AwaitedIds().changes("k")).isEmpty();
    }
}
