/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.wiremock;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a response that ended in a record's {@code additionalProperties}, in the record itself or in one below
 * it: fields that the records do not declare.
 */
final class UnknownFields {

    private static final String UNKNOWN = "additionalProperties";

    private final List<String> paths = new ArrayList<>();

    private UnknownFields() {}

    /** Paths such as {@code /rules/0/mood}, in the order of the components. */
    static List<String> of(@Nullable Object value) {
        UnknownFields found = new UnknownFields();
        found.visit("", value);
        return List.copyOf(found.paths);
    }

    private void visit(String path, @Nullable Object value) {
        if (value instanceof Record model) {
            for (RecordComponent component : model.getClass().getRecordComponents()) {
                visitComponent(path, component, model);
            }
        } else if (value instanceof Collection<?> items) {
            int index = 0;
            for (Object item : items) {
                visit(path + "/" + index++, item);
            }
        }
    }

    private void visitComponent(String path, RecordComponent component, Record model) {
        Object value = read(component, model);
        if (component.getName().equals(UNKNOWN) && value instanceof Map<?, ?> unknown) {
            unknown.keySet().forEach(name -> paths.add(path + "/" + name));
        } else {
            visit(path + "/" + component.getName(), value);
        }
    }

    private static @Nullable Object read(RecordComponent component, Record model) {
        try {
            return component.getAccessor().invoke(model);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot read " + component, e);
        }
    }
}
