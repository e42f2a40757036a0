/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DedupWindowTest {

    @Test
    void knowsAnIdAgain() {
        DedupWindow window = new DedupWindow(2);

        assertThat(window.first("a")).isTrue();
        assertThat(window.first("a")).isFalse();
    }

    @Test
    void forgetsTheOldestId() {
        DedupWindow window = new DedupWindow(2);
        window.first("a");
        window.first("b");
        window.first("a");
        window.first("c");

        assertThat(window.first("b")).isFalse();
        assertThat(window.first("c")).isFalse();
        assertThat(window.first("a")).isTrue();
        assertThat(window.size()).isEqualTo(2);
    }

    @Test
    void knowsNothingWithoutCapacity() {
        DedupWindow window = new DedupWindow(0);

        assertThat(window.first("a")).isTrue();
        assertThat(window.first("a")).isTrue();
        assertThatThrownBy(() -> new DedupWindow(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staysFlatUnderAFloodOfIds() {
        DedupWindow window = new DedupWindow(1_000);

        for (int i = 0; i < 3_000_000; i++) {
            window.first("id-" + i);
        }

        assertThat(window.size()).isEqualTo(1_000);
        assertThat(window.first("id-2999000")).isFalse();
        assertThat(window.first("id-2998999")).isTrue();
    }

    @Test
    void keepsPositionsInMemoryForOneProcessLife() {
        MemoryOffsetStore store = new MemoryOffsetStore();

        store.save(Map.of("a", "1", "b", "2")).join();
        store.save(Map.of("a", "3")).join();

        assertThat(store.load("a").join()).contains("3");
        assertThat(store.load("b").join()).contains("2");
        assertThat(store.load("c").join()).isEmpty();
        assertThat(store.durable()).isFalse();
    }
}
