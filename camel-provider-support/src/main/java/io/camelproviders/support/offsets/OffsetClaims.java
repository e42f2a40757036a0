/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.offsets;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Which consumer of this JVM uses which offset key of which durable store. Two consumers with one key would overwrite each
 * other's offsets, and messages that one of them has yet to process would be lost at the next start. Thread-safe.
 *
 * <p>A consumer of one named stream wins a key over a consumer of all streams, even over one that uses it already. Between
 * consumers of all streams the first one keeps it. A consumer that is stopping gives its keys up.
 */
public final class OffsetClaims {

    /** Of all class loaders that share this class: the stores are shared in the same way. */
    public static final OffsetClaims JVM = new OffsetClaims();

    /** Guards the map; nothing foreign runs under it. */
    private final Object lock = new Object();

    private final Map<Key, Claim> claims = new HashMap<>();

    /** A key of a store; the store is whatever is equal for two users of the same one. */
    private record Key(Object store, String name) {}

    /** A consumer that uses keys. */
    public interface Holder {

        /** For messages to others. */
        String name();

        /** Whether it uses the keys of all streams of an account rather than that of one named stream. */
        boolean all();

        /** Whether it is stopping, so that its keys can be waited for. */
        boolean leaving();

        /** Done when it begins to stop, if it may do so soon (it is suspended, as every route is that stops); else empty. */
        Optional<CompletableFuture<Void>> mayLeave();

        /** Lets go of a key that a consumer with precedence needs; done when nothing of that stream is in flight. */
        CompletableFuture<Void> relinquish(String key);
    }

    /** One use of a key. */
    public static final class Claim {
        private final Key key;
        private final Holder holder;
        private final CompletableFuture<Void> ready;
        private final CompletableFuture<Void> released = new CompletableFuture<>();

        private Claim(Key key, Holder holder, CompletableFuture<Void> ready) {
            this.key = key;
            this.holder = holder;
            this.ready = ready;
        }

        /** Done when the consumer that used the key before has nothing in flight any more. */
        public CompletableFuture<Void> ready() {
            return ready;
        }
    }

    /**
     * The outcome of a claim.
     *
     * @param claim the claim, or null if another consumer has the key
     * @param owner who has it, or null
     */
    public record Result(@Nullable Claim claim, @Nullable Holder owner) {

        /** Who has the key instead. */
        public Optional<Holder> refusedBy() {
            return claim == null ? Optional.ofNullable(owner) : Optional.empty();
        }
    }

    /** Claims a key. */
    public Result claim(Object store, String name, Holder holder) {
        Key key = new Key(store, name);
        Claim before;
        Claim claim;
        boolean relinquishes;
        synchronized (lock) {
            before = claims.get(key);
            if (before != null && !gives(before.holder, holder)) {
                return new Result(null, before.holder);
            }
            relinquishes = before != null && before.holder != holder && !before.holder.leaving();
            claim = new Claim(
                    key, holder, before == null ? CompletableFuture.completedFuture(null) : new CompletableFuture<>());
            claims.put(key, claim);
        }
        if (before != null) {
            CompletableFuture<Void> gone = relinquishes ? before.holder.relinquish(name) : before.released;
            CompletableFuture<?> unused = gone.whenComplete((nothing, failure) -> claim.ready.complete(null));
        }
        return new Result(claim, null);
    }

    private static boolean gives(Holder owner, Holder next) {
        return owner == next || owner.leaving() || (owner.all() && !next.all());
    }

    /** Whether nobody has taken the key over meanwhile. */
    public boolean holds(Claim claim) {
        synchronized (lock) {
            return claims.get(claim.key) == claim;
        }
    }

    /** Gives a key free; a second call does nothing. */
    public void release(Claim claim) {
        synchronized (lock) {
            claims.remove(claim.key, claim);
        }
        claim.released.complete(null);
    }
}
