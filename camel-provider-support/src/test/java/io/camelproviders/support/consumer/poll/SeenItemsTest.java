/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.offset.FileOffsetStore;
import io.camelproviders.core.offset.MemoryOffsetStore;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a polling consumer remembers. */
class SeenItemsTest {

    @Test
    void findsAfterARestartWhatWasDoneBefore(@TempDir Path directory) {
        // given
        try (FileOffsetStore store = FileOffsetStore.open(directory, Runnable::run)) {
            SeenItems memory = new SeenItems(store, "bimpeai|host|list");
            IntStream.range(0, 1_000).forEach(i -> memory.done("k" + i, "c" + i));
            memory.done("k7", "changed");
            memory.stored().join();
        }
        // when
        try (FileOffsetStore store = FileOffsetStore.open(directory, Runnable::run)) {
            SeenItems memory = new SeenItems(store, "bimpeai|host|list");
            memory.load();
            // then
            assertThat(memory.size()).isEqualTo(1_000);
            assertThat(memory.contents("k7")).isEqualTo("changed");
            assertThat(memory.contents("k999")).isEqualTo("c999");
            assertThat(memory.contents("k1000")).isNull();
        }
    }

    @Test
    void forgetsTheOldestItemsThatTheListHoldsNoMore() {
        // given
        MemoryOffsetStore store = new MemoryOffsetStore();
        SeenItems memory = new SeenItems(store, "list", 10);
        IntStream.range(0, 10).forEach(i -> memory.done("k" + i, "c"));
        memory.listed(List.of("k0", "k8", "k9"));
        // when
        IntStream.range(10, 14).forEach(i -> memory.done("k" + i, "c"));
        // then
        assertThat(memory.size()).isEqualTo(10);
        assertThat(memory.contents("k0")).isEqualTo("c");
        assertThat(memory.contents("k4")).isNull();
        assertThat(memory.contents("k5")).isEqualTo("c");
        SeenItems again = new SeenItems(store, "list", 10);
        again.load();
        assertThat(again.size()).isEqualTo(10);
        assertThat(again.contents("k4")).isNull();
    }

    @Test
    void refusesAListThatIsLongerThanItsMemory() {
        SeenItems memory = new SeenItems(new MemoryOffsetStore(), "list", 2);

        assertThatThrownBy(() -> memory.listed(List.of("a", "b", "c")))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("narrow its filter");
    }
}
