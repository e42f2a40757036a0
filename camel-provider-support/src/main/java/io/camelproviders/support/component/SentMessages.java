/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Which messages this Camel context itself has sent, by the stream on which they will be echoed. The echo may arrive
 * before the answer to the send, so a consumer can wait for the sends that are under way. Thread-safe; the lock guards the
 * maps and nothing foreign runs under it.
 */
public final class SentMessages {

    private static final int REMEMBERED_IDS = 256;
    private static final int REMEMBERED_STREAMS = 50_000;

    private final Map<String, Set<String>> ids = bounded(REMEMBERED_STREAMS);
    private final Map<String, Map<Long, CompletableFuture<Void>>> underWay = new LinkedHashMap<>();
    private final Map<String, List<Watch>> watches = new HashMap<>();

    private final Map<String, List<Expected>> expected = bounded(REMEMBERED_STREAMS);

    private long sends;

    /** A send begins; the returned future is to be completed when its answer is known. */
    public CompletableFuture<Void> sending(String stream) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        long number;
        synchronized (this) {
            number = ++sends;
            underWay.computeIfAbsent(stream, absent -> new LinkedHashMap<>()).put(number, end);
        }
        CompletableFuture<Void> unused = end.whenComplete((nothing, failure) -> forget(stream, number));
        return end;
    }

    private synchronized void forget(String stream, long number) {
        Map<Long, CompletableFuture<Void>> open = underWay.get(stream);
        if (open != null && open.remove(number) != null && open.isEmpty()) {
            underWay.remove(stream);
        }
    }

    /**
     * The own messages whose echo one stream still has before it. They are kept with its offset, so that an echo that comes
     * after a crash is still known as our own. Guarded by the owner of all watches.
     */
    public final class Watch {
        private final String stream;
        private final PendingEchoes awaited = new PendingEchoes();

        private Watch(String stream) {
            this.stream = stream;
        }

        /** Takes back what an earlier process kept. */
        public void recall(PendingEchoes.Recalled recalled) {
            synchronized (SentMessages.this) {
                awaited.recall(recalled);
            }
        }

        /** The stored offset has passed this message. */
        public void passed(String id) {
            synchronized (SentMessages.this) {
                awaited.remove(id);
            }
        }

        /** What is to be stored under this key since the last call. */
        public Map<String, String> changes(String key) {
            synchronized (SentMessages.this) {
                return awaited.changes(key);
            }
        }

        public void end() {
            synchronized (SentMessages.this) {
                watches.computeIfPresent(stream, (name, all) -> {
                    all.remove(this);
                    return all.isEmpty() ? null : all;
                });
            }
        }
    }

    /** Begins to keep the own messages of a stream until their echo has passed. */
    public synchronized Watch watch(String stream) {
        Watch watch = new Watch(stream);
        watches.computeIfAbsent(stream, absent -> new ArrayList<>()).add(watch);
        return watch;
    }

    /** A send was answered: this id is our own. */
    public synchronized void sent(String stream, String id) {
        watches.getOrDefault(stream, List.of()).forEach(watch -> watch.awaited.add(id));
        ids.computeIfAbsent(stream, absent -> Collections.newSetFromMap(bounded(REMEMBERED_IDS)))
                .add(id);
    }

    public synchronized boolean own(List<String> streams, String id) {
        return streams.stream()
                .anyMatch(stream -> ids.getOrDefault(stream, Set.of()).contains(id)
                        || watches.getOrDefault(stream, List.of()).stream()
                                .anyMatch(watch -> watch.awaited.contains(id)));
    }

    /**
     * A message that this context sent whose id nobody knows.
     *
     * @param roles that it may have
     * @param after created later than this; null if it may be older
     */
    private record Expected(Set<String> roles, @Nullable Instant after) {}

    /** The next message of the stream that has one of the roles and was created after a moment is our own, once. */
    public synchronized void expect(String stream, Set<String> roles, @Nullable Instant after) {
        expected.computeIfAbsent(stream, absent -> new ArrayList<>()).add(new Expected(roles, after));
    }

    /** Whether messages without a known id are expected on one of the streams. */
    public synchronized boolean expects(List<String> streams) {
        return streams.stream().anyMatch(expected::containsKey);
    }

    /** Whether a message is one that was expected; from then on its id is known as our own. */
    public synchronized boolean claim(List<String> streams, String id, String role, @Nullable Instant created) {
        for (String stream : streams) {
            List<Expected> waiting = expected.getOrDefault(stream, new ArrayList<>());
            for (Expected one : List.copyOf(waiting)) {
                if (one.roles().contains(role) && after(one.after(), created)) {
                    waiting.remove(one);
                    if (waiting.isEmpty()) {
                        expected.remove(stream);
                    }
                    sent(stream, id);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean after(@Nullable Instant moment, @Nullable Instant created) {
        return moment == null || created == null || created.isAfter(moment);
    }

    /** Done when every send that is under way at this moment has its answer. */
    public CompletableFuture<Void> settled(List<String> streams) {
        List<CompletableFuture<Void>> open = new ArrayList<>();
        synchronized (this) {
            streams.forEach(stream ->
                    open.addAll(underWay.getOrDefault(stream, Map.of()).values()));
        }
        return open.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.allOf(open.toArray(new CompletableFuture<?>[0]));
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
