/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.core.operation.OperationTable;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The headers of a component: what it reads, what it writes, and that only path ids are both. Path ids flow from a consumer
 * or a list to the next call on purpose.
 */
public final class HeaderContract {

    private static final List<String> OF_EVERY_CALL = List.of("RequestTimeout", "MaxRetries", "RequestId");

    private final String prefix;
    private final Set<String> read = new TreeSet<>();
    private final Set<String> ids = new TreeSet<>();
    private final Set<String> written = new TreeSet<>();
    private final Set<String> documented = new TreeSet<>();

    /**
     * @param constants class with the names of the component's headers
     * @param more headers that some calls read beside their parameters, without the prefix
     */
    public HeaderContract(OperationTable operations, String prefix, Class<?> constants, String... more) {
        this.prefix = prefix;
        for (Operation operation : operations.all()) {
            if (!operation.can(Operation.Role.PRODUCER)) {
                continue;
            }
            for (Parameter parameter : operation.parameters()) {
                (parameter.place() == Parameter.Place.PATH ? ids : read).add(prefix + parameter.headerSuffix());
            }
        }
        OF_EVERY_CALL.forEach(name -> read.add(prefix + name));
        List.of(more).forEach(name -> read.add(prefix + name));
        for (Field field : constants.getFields()) {
            documented.add(value(field));
        }
        documented.remove(prefix);
        documented.stream().filter(this::result).forEach(written::add);
    }

    private static String value(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("constants are public", e);
        }
    }

    /** Whether a header's name is one of those that results and events have. */
    private boolean result(String name) {
        return name.startsWith(prefix + "Response") || name.startsWith(prefix + "Event");
    }

    /** No header is read and written, path ids excepted, and every header has a constant. */
    public void check() {
        assertThat(written).isNotEmpty().doesNotContainAnyElementsOf(read).noneMatch(ids::contains);
        assertThat(read).noneMatch(this::result);
        assertThat(ids).noneMatch(this::result);
        assertThat(documented).containsAll(written);
        Set<String> all = new TreeSet<>(read);
        all.addAll(ids);
        all.addAll(written);
        assertThat(all).as("headers with a constant").containsAll(documented);
        assertThat(documented).as("constants").containsAll(all);
    }

    /** Checks the headers that one exchange has after its calls. */
    public void checkWritten(Set<String> before, Set<String> after) {
        Set<String> fresh = new TreeSet<>(after);
        fresh.removeAll(before);
        fresh.removeIf(name -> !name.startsWith(prefix));
        fresh.removeAll(ids);
        assertThat(written).containsAll(fresh);
    }
}
