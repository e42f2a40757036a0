/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which {@link Fault}s happen, where, and how often. Safe for all threads.
 *
 * <pre>{@code
 * server.faults().once(Fault.dropAfter(3));
 * server.faults().on(RequestKind.SEND).times(2, Fault.rateLimited("1"));
 * server.faults().on("recall/ask").always(Fault.stall());
 * server.faults().in(conversation).once(Fault.resetAfter(1));
 * }</pre>
 *
 * <p>Of several faults of the same type that fit a request, those for its conversation come first, then those for a number of
 * requests, then the one scripted first.
 */
public final class FaultScript {

    private static final int ALWAYS = -1;

    private static final class Entry {
        private final Fault fault;
        private final FaultScript where;
        private int left;

        Entry(Fault fault, FaultScript where, int left) {
            this.fault = fault;
            this.where = where;
            this.left = left;
        }

        boolean isFor(@Nullable String conversation) {
            return where.conversation == null || where.conversation.equals(conversation);
        }

        /** Lower ones come first. */
        int rank() {
            return (where.conversation == null ? 2 : 0) + (left == ALWAYS ? 1 : 0);
        }
    }

    /** Shared by all scripts that were narrowed down from one; guarded by itself. */
    private final List<Entry> entries;

    private final Supplier<Set<String>> operations;
    private final Predicate<OperationRequest> requests;
    private final @Nullable String conversation;

    /** @param operations the names of all operations */
    FaultScript(Supplier<Set<String>> operations) {
        this(new ArrayList<>(), operations, request -> true, null);
    }

    private FaultScript(
            List<Entry> entries,
            Supplier<Set<String>> operations,
            Predicate<OperationRequest> requests,
            @Nullable String conversation) {
        this.entries = entries;
        this.operations = operations;
        this.requests = requests;
        this.conversation = conversation;
    }

    /** The same script, for requests of this kind only. */
    public FaultScript on(RequestKind kind) {
        return where(request -> kind.includes(request.kind()));
    }

    /**
     * The same script, for this operation only, such as {@code messages/send}.
     *
     * @throws IllegalArgumentException if the service has no such operation
     */
    public FaultScript on(String operation) {
        if (!operations.get().contains(operation)) {
            throw new IllegalArgumentException("No operation " + operation + "; there are " + operations.get());
        }
        return where(request -> request.operation().equals(operation));
    }

    /** The same script, for these requests only. */
    public FaultScript where(Predicate<OperationRequest> narrower) {
        return new FaultScript(entries, operations, requests.and(narrower), conversation);
    }

    /** The same script, for this conversation only. */
    public FaultScript in(String id) {
        return new FaultScript(entries, operations, requests, id);
    }

    /** Scripts faults for one request each. */
    public FaultScript once(Fault... faults) {
        for (Fault fault : faults) {
            times(1, fault);
        }
        return this;
    }

    /** Scripts a fault for so many requests. */
    public FaultScript times(int count, Fault fault) {
        if (count < 1) {
            throw new IllegalArgumentException("A fault happens at least once, not " + count + " times");
        }
        return add(fault, count);
    }

    /** Scripts a fault for all requests, until {@link #clear()}. */
    public FaultScript always(Fault fault) {
        return add(fault, ALWAYS);
    }

    private FaultScript add(Fault fault, int count) {
        Fault plain = fault;
        FaultScript where = this;
        while (plain instanceof Fault.Targeted targeted) {
            where = targeted.kind() == null ? where : where.on(targeted.kind());
            where = targeted.operation() == null ? where : where.on(targeted.operation());
            plain = targeted.fault();
        }
        synchronized (entries) {
            entries.add(new Entry(plain, where, count));
        }
        return this;
    }

    /** Forgets all scripted faults; open streams keep those that they have taken. */
    public void clear() {
        synchronized (entries) {
            entries.clear();
        }
    }

    /** How many scripted faults have not happened yet, not counting those that happen always. */
    public int remaining() {
        synchronized (entries) {
            return entries.stream().mapToInt(entry -> Math.max(0, entry.left)).sum();
        }
    }

    /** Takes the first fault of this type that is scripted for the request. */
    public <F extends Fault> Optional<F> take(Class<F> type, OperationRequest request) {
        return take(type, request, request.conversation(), fault -> true);
    }

    /** Takes the first fault of this type that is scripted for the request, for this conversation and fits. */
    public <F extends Fault> Optional<F> take(
            Class<F> type, OperationRequest request, @Nullable String conversation, Predicate<F> fits) {
        synchronized (entries) {
            Entry found = entries.stream()
                    .filter(entry -> type.isInstance(entry.fault)
                            && entry.isFor(conversation)
                            && entry.where.requests.test(request)
                            && fits.test(type.cast(entry.fault)))
                    .min(Comparator.comparing(Entry::rank))
                    .orElse(null);
            if (found == null) {
                return Optional.empty();
            }
            if (found.left != ALWAYS && --found.left == 0) {
                entries.remove(found);
            }
            return Optional.of(type.cast(found.fault));
        }
    }

    /** Takes one fault of each name for the next event of a stream. */
    List<Fault.Event> takeEvents(OperationRequest request) {
        synchronized (entries) {
            if (entries.isEmpty()) {
                return List.of();
            }
            List<Fault.Event> found = new ArrayList<>();
            Set<String> names = new HashSet<>();
            Optional<Fault.Event> next;
            do {
                next = take(Fault.Event.class, request, request.conversation(), event -> !names.contains(event.name()));
                next.ifPresent(event -> {
                    names.add(event.name());
                    found.add(event);
                });
            } while (next.isPresent());
            return found;
        }
    }
}
