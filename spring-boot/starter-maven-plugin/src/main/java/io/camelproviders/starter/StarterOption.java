/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.starter;

import java.util.List;
import org.apache.camel.tooling.model.ComponentModel.ComponentOptionModel;

/** Makes a component's option one that an application's properties can set, or leave unset. */
final class StarterOption {

    private static final String STRING = "java.lang.String";

    private StarterOption() {}

    /**
     * The generated property has no value of its own, so an option that the application does not mention keeps the component's default or what a
     * {@code configuration} bean says. Durations are text, as {@code 20s}, and so are references to beans: Camel converts and looks
     * up both, with the same syntax as everywhere else, and fails when it cannot.
     */
    static void adapt(ComponentOptionModel option) {
        option.setDefaultValue(null);
        if (option.getJavaType().startsWith("java.util.Map")) {
            describe(
                    option,
                    "A name that holds other characters than letters, digits and - stands in brackets: [X_Name].");
        } else if ("duration".equals(option.getType())) {
            describeAsText(option, "A duration, such as 500 (milliseconds), 20s or 1m30s.");
        } else if (isBean(option)) {
            describeAsText(option, "A reference to a bean of type " + option.getJavaType() + ", such as #bean:name.");
        }
    }

    private static boolean isBean(ComponentOptionModel option) {
        List<String> enums = option.getEnums();
        return "object".equals(option.getType())
                && (enums == null || enums.isEmpty())
                && !option.getJavaType().startsWith("java.util.");
    }

    private static void describeAsText(ComponentOptionModel option, String form) {
        describe(option, form);
        option.setType("string");
        option.setJavaType(STRING);
    }

    private static void describe(ComponentOptionModel option, String form) {
        String description = option.getDescription().strip();
        option.setDescription(description + (description.endsWith(".") ? " " : ". ") + form);
    }
}
