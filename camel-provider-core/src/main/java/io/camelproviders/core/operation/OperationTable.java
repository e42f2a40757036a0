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

/** All rows of one provider, checked once when it is made. Immutable. */
public final class OperationTable {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
    private static final int MOST_SUGGESTIONS = 3;

    private final Map<String, Operation> rows;

    private OperationTable(Map<String, Operation> rows) {
        this.rows = rows;
    }

    /**
     * A table of these rows, in this order.
     *
     * @throws IllegalArgumentException if a row contradicts itself or another one
     */
    public static OperationTable of(List<Operation> rows) {
        Map<String, Operation> byName = new LinkedHashMap<>();
        for (Operation row : rows) {
            check(row);
            require(byName.put(row.name(), row) == null, row, "stands twice");
        }
        return new OperationTable(byName);
    }

    /** All rows in the table's order. */
    public Collection<Operation> all() {
        return java.util.Collections.unmodifiableCollection(rows.values());
    }

    /** Canonical names in the table's order. */
    public Set<String> names() {
        return java.util.Collections.unmodifiableSet(rows.keySet());
    }

    /** Looks a name up in any spelling: {@code messages/stream-ticket}, {@code messages/stream_ticket}, {@code messages/streamTicket}. */
    public Optional<Operation> find(String anySpelling) {
        return Optional.ofNullable(rows.get(canonical(anySpelling)));
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
                        + String.join(", ", rows.keySet())));
    }

    /** The names most like the given one, best first; at most three, at least one. */
    public List<String> nearest(String anySpelling) {
        String wanted = canonical(anySpelling);
        String bounded = wanted.substring(0, Math.min(wanted.length(), 80));
        return rows.keySet().stream()
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
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        Set<String> shared = new TreeSet<>(List.of(a.split("/", -1)));
        shared.retainAll(List.of(b.split("/", -1)));
        return shared.isEmpty() ? 2 * row[b.length()] : row[b.length()];
    }

    private static void check(Operation row) {
        require(NAME.matcher(row.name()).matches(), row, "is no kebab name");
        // A slash at the end is a provider's own choice: one of them wants it.
        require(row.path().startsWith("/"), row, "has a path without slash in front");
        require(!row.title().isBlank(), row, "has no title");
        require(!row.roles().isEmpty(), row, "has no role");
        Set<String> placeholders = new TreeSet<>();
        PLACEHOLDER.matcher(row.path()).results().forEach(match -> placeholders.add(match.group(1)));
        Set<String> ids = new TreeSet<>();
        Set<String> options = new TreeSet<>();
        for (Parameter parameter : row.parameters()) {
            require(options.add(parameter.optionName()), row, "has two parameters " + parameter.optionName());
            boolean bodyless = row.payload().kind() == Operation.Payload.Kind.NONE;
            boolean inBody = parameter.place() == Parameter.Place.TEXT || parameter.place() == Parameter.Place.BODY;
            require(!(bodyless && inBody), row, "has no body for " + parameter.wireName());
            if (parameter.place() == Parameter.Place.PATH) {
                ids.add(parameter.wireName());
            }
        }
        require(ids.equals(placeholders), row, "has other path ids than placeholders");
        require(!row.paged() || options.contains("page"), row, "is paged and has no parameter page");
        boolean read = row.method().equals("GET");
        require(!read || row.payload().kind() == Operation.Payload.Kind.NONE, row, "is a GET with a body");
    }

    private static void require(boolean condition, Operation row, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("operation " + row.name() + " " + otherwise);
        }
    }
}
