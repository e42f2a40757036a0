/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.LogText;
import io.camelproviders.core.operation.Operation.Parameter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** All operations of one provider, checked once when it is made. Immutable. */
public final class OperationTable {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
    private static final int MOST_SUGGESTIONS = 3;

    private final Map<String, Operation> operations;

    private OperationTable(Map<String, Operation> operations) {
        this.operations = operations;
    }

    /**
     * A table of these operations, in this order.
     *
     * @throws IllegalArgumentException if an operation contradicts itself or another one
     */
    public static OperationTable of(List<Operation> operations) {
        Map<String, Operation> byName = new LinkedHashMap<>();
        for (Operation operation : operations) {
            check(operation);
            require(byName.put(operation.name(), operation) == null, operation, "is defined twice");
        }
        return new OperationTable(byName);
    }

    /** All operations in the table's order. */
    public Collection<Operation> all() {
        return java.util.Collections.unmodifiableCollection(operations.values());
    }

    /** Canonical names in the table's order. */
    public Set<String> names() {
        return java.util.Collections.unmodifiableSet(operations.keySet());
    }

    /** Looks a name up in any spelling: {@code messages/stream-ticket}, {@code messages/stream_ticket}, {@code messages/streamTicket}. */
    public Optional<Operation> find(String anySpelling) {
        return Optional.ofNullable(operations.get(canonical(anySpelling)));
    }

    /**
     * As {@link #find}, for names that must exist.
     *
     * @throws IllegalArgumentException if there is none, with the nearest names and the whole list
     */
    public Operation get(String anySpelling) {
        return find(anySpelling)
                .orElseThrow(() -> new IllegalArgumentException("unknown operation '" + LogText.oneLine(anySpelling, 80)
                        + "'; did you mean " + String.join(", ", nearest(anySpelling)) + "? All operations: "
                        + String.join(", ", operations.keySet())));
    }

    /** The names most like the given one, best first; at most three, at least one. */
    public List<String> nearest(String anySpelling) {
        String wanted = canonical(anySpelling);
        String bounded = wanted.substring(0, Math.min(wanted.length(), 80));
        return operations.keySet().stream()
                .sorted(Comparator.comparingInt(name -> distance(bounded, name)))
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    private static String canonical(String anySpelling) {
        String name = anySpelling.strip();
        int from = name.startsWith("//") ? 2 : name.startsWith("/") ? 1 : 0;
        int to = name.endsWith("/") && name.length() > from ? name.length() - 1 : name.length();
        return OperationNames.kebab(name.substring(from, to));
    }

    /** Levenshtein, halved for names that share a resource or an operation word. */
    private static int distance(String a, String b) {
        int[] costs = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(change, 1 + Math.min(costs[j], costs[j - 1]));
            }
        }
        Set<String> shared = new TreeSet<>(List.of(a.split("/", -1)));
        shared.retainAll(List.of(b.split("/", -1)));
        return shared.isEmpty() ? 2 * costs[b.length()] : costs[b.length()];
    }

    private static void check(Operation operation) {
        require(NAME.matcher(operation.name()).matches(), operation, "has a name that is not kebab-case");
        // A slash at the end is a provider's own choice: one of them wants it.
        require(operation.path().startsWith("/"), operation, "has a path that does not begin with a slash");
        require(!operation.title().isBlank(), operation, "has no title");
        require(!operation.roles().isEmpty(), operation, "has no role");
        Set<String> placeholders = new TreeSet<>();
        PLACEHOLDER.matcher(operation.path()).results().forEach(match -> placeholders.add(match.group(1)));
        Set<String> ids = new TreeSet<>();
        Set<String> options = new TreeSet<>();
        for (Parameter parameter : operation.parameters()) {
            require(options.add(parameter.optionName()), operation, "has two parameters " + parameter.optionName());
            boolean bodyless = operation.payload().kind() == Operation.Payload.Kind.NONE;
            boolean inBody = parameter.place() == Parameter.Place.TEXT || parameter.place() == Parameter.Place.BODY;
            require(!(bodyless && inBody), operation, "has no body for " + parameter.wireName());
            if (parameter.place() == Parameter.Place.PATH) {
                ids.add(parameter.wireName());
            }
        }
        require(ids.equals(placeholders), operation, "has other path ids than placeholders");
        require(!operation.paged() || options.contains("page"), operation, "is paged and has no parameter page");
        boolean read = operation.method().equals("GET");
        require(!read || operation.payload().kind() == Operation.Payload.Kind.NONE, operation, "is a GET with a body");
    }

    private static void require(boolean condition, Operation operation, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("operation " + operation.name() + " " + otherwise);
        }
    }
}
