/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.offset.MemoryOffsetStore;
import io.camelproviders.core.offset.StreamOffset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Discovery over a scripted list, in a time that passes only when a test lets it. */
abstract class DiscoveryTestSupport {

    static final Duration LOOK = Duration.ofSeconds(30);

    /** Longer than a look with its jitter. */
    static final Duration NEXT = Duration.ofSeconds(34);

    final ManualScheduler scheduler = new ManualScheduler();
    final ScriptedListing list = new ScriptedListing();
    final Streams open = new Streams();
    final List<String> reported = new ArrayList<>();
    final MemoryOffsetStore store = new MemoryOffsetStore();
    final DiscoveryHealth health =
            new DiscoveryHealth("test", (what, failure) -> reported.add(what + ": " + failure), scheduler, LOOK);
    final StreamDiscovery discovery = new StreamDiscovery(
            list,
            open,
            store,
            () -> CompletableFuture.completedFuture(new StreamOffset("now")),
            "pin",
            null,
            new DiscoveryTimer(scheduler, LOOK),
            health);

    /** The streams that were opened, and what happened to them. */
    static final class Streams implements StreamDiscovery.Streams {

        final Map<String, StreamOffset> held = new LinkedHashMap<>();
        final List<String> closed = new ArrayList<>();
        final Set<String> refused = new HashSet<>();

        @Override
        public void open(String key, StreamOffset beginning) {
            if (!refused.contains(key)) {
                held.putIfAbsent(key, beginning);
            }
        }

        @Override
        public boolean has(String key) {
            return held.containsKey(key);
        }

        @Override
        public void forget(String key) {
            held.remove(key);
            closed.add(key);
        }

        @Override
        public void closeFailed() {
            // None fails here.
        }
    }

    final void pass(Duration time) {
        scheduler.pass(time);
    }

    static List<String> keys(int from, int to) {
        List<String> keys = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            keys.add("c" + i);
        }
        return keys;
    }
}
