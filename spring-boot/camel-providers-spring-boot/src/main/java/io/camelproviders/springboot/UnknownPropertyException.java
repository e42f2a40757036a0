/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot;

import java.util.List;
import java.util.stream.Collectors;

/** Properties below {@code camel.component.<scheme>} that the component does not have. Holds names and origins, never values. */
final class UnknownPropertyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownPropertyException(List<UnknownProperty> unknown) {
        super("These properties do not exist:"
                + unknown.stream().map(UnknownPropertyException::line).collect(Collectors.joining()));
    }

    private static String line(UnknownProperty property) {
        return System.lineSeparator() + "    " + property.name() + " (" + property.origin() + "), did you mean "
                + property.nearest() + "?";
    }
}
