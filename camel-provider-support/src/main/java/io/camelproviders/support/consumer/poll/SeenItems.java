/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.poll;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.offset.OffsetStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The items that a polling consumer has done: the digest of each key with the digest of its contents. Bounded, and kept in
 * a cursor store under {@code <key>|0}, {@code <key>|1} and so on, {@value #PAGE} items each, so that one more item costs
 * one small write. Thread-safe.
 *
 * <p>When it is full the oldest items leave that the last listing did not hold any more; they may go without harm, for an
 * item that is gone from the list is not asked about.
 */
final class SeenItems {

    static final int MOST = 100_000;
    static final int PAGE = 128;

    private final OffsetStore store;
    private final String key;
    private final int most;

    /** Guards the fields below; neither I/O nor foreign code runs under it. */
    private final Object lock = new Object();

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Set<String>> pages = new ArrayList<>();
    private final TreeSet<Integer> room = new TreeSet<>();
    private final TreeSet<Integer> changed = new TreeSet<>();
    private Set<String> listed = Set.of();
    private CompletableFuture<Void> saving = CompletableFuture.completedFuture(null);

    private record Entry(String contents, int page) {}

    SeenItems(OffsetStore store, String key) {
        this(store, key, MOST);
    }

    SeenItems(OffsetStore store, String key, int most) {
        this.store = store;
        this.key = key;
        this.most = most;
    }

    /** Reads what is stored; blocks. */
    void load() {
        List<String> stored = new ArrayList<>();
        Optional<String> page = store.load(key + "|0").join();
        while (page.isPresent()) {
            stored.add(page.get());
            page = store.load(key + '|' + stored.size()).join();
        }
        synchronized (lock) {
            entries.clear();
            pages.clear();
            room.clear();
            changed.clear();
            stored.forEach(this::take);
        }
    }

    private void take(String text) {
        int number = pages.size();
        Set<String> page = new LinkedHashSet<>();
        pages.add(page);
        for (String entry : text.split(",", -1)) {
            int colon = entry.indexOf(':');
            if (colon > 0) {
                page.add(entry.substring(0, colon));
                entries.put(entry.substring(0, colon), new Entry(entry.substring(colon + 1), number));
            }
        }
        if (page.size() < PAGE) {
            room.add(number);
        }
    }

    /** The stored digest of an item's contents; null for one that was never done. */
    @Nullable
    String contents(String digest) {
        synchronized (lock) {
            Entry entry = entries.get(digest);
            return entry == null ? null : entry.contents();
        }
    }

    /**
     * Tells which items the list holds now: those must not be forgotten.
     *
     * @throws LimitExceededException if they are more than can be remembered
     */
    void listed(Collection<String> digests) {
        if (digests.size() > most) {
            throw new LimitExceededException(ErrorDetails.of("the list has more than " + most
                    + " items, more than a polling consumer remembers; narrow its filter, or use emit=all"));
        }
        synchronized (lock) {
            listed = new HashSet<>(digests);
        }
    }

    /** Remembers an item as done; stored soon after, see {@link #stored()}. */
    void done(String digest, String contents) {
        synchronized (lock) {
            Entry known = entries.remove(digest);
            if (known == null) {
                forgetOldest();
            }
            int page = known == null ? roomyPage() : known.page();
            entries.put(digest, new Entry(contents, page));
            pages.get(page).add(digest);
            if (pages.get(page).size() >= PAGE) {
                room.remove(page);
            }
            changed.add(page);
        }
        save();
    }

    private int roomyPage() {
        if (room.isEmpty()) {
            room.add(pages.size());
            pages.add(new LinkedHashSet<>());
        }
        return room.first();
    }

    private void forgetOldest() {
        Iterator<Map.Entry<String, Entry>> oldest = entries.entrySet().iterator();
        while (entries.size() >= most && oldest.hasNext()) {
            Map.Entry<String, Entry> entry = oldest.next();
            if (!listed.contains(entry.getKey())) {
                int page = entry.getValue().page();
                oldest.remove();
                pages.get(page).remove(entry.getKey());
                room.add(page);
                changed.add(page);
            }
        }
    }

    /** One save at a time; what is done meanwhile goes with the next one. */
    private void save() {
        Map<String, String> texts = new LinkedHashMap<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Set<Integer> taken;
        synchronized (lock) {
            if (changed.isEmpty() || !saving.isDone()) {
                return;
            }
            taken = new TreeSet<>(changed);
            changed.clear();
            taken.forEach(page -> texts.put(key + '|' + page, text(page)));
            saving = done;
        }
        CompletableFuture<?> unused = store.save(texts).whenComplete((nothing, failure) -> {
            if (failure == null) {
                done.complete(null);
                save();
                return;
            }
            synchronized (lock) {
                changed.addAll(taken);
            }
            done.completeExceptionally(failure);
        });
    }

    private String text(int page) {
        StringJoiner text = new StringJoiner(",");
        for (String digest : pages.get(page)) {
            Entry entry = entries.get(digest);
            text.add(digest + ':' + (entry == null ? "" : entry.contents()));
        }
        return text.toString();
    }

    /** Done when everything is stored that was done before; blocks no thread. Tries again what could not be stored. */
    CompletableFuture<Void> stored() {
        save();
        CompletableFuture<Void> current;
        synchronized (lock) {
            current = saving;
        }
        return current.thenCompose(nothing -> {
            synchronized (lock) {
                if (changed.isEmpty() && saving.isDone()) {
                    return CompletableFuture.<Void>completedFuture(null);
                }
            }
            return stored();
        });
    }

    int size() {
        synchronized (lock) {
            return entries.size();
        }
    }
}
