/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.starter;

import java.util.List;
import java.util.Locale;
import org.apache.camel.tooling.model.ComponentModel.ComponentOptionModel;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/**
 * The defaults of a component's options in the format of Spring Boot's {@code additional-spring-configuration-metadata.json}. The generated
 * properties have no initial value that the annotation processor could read.
 */
final class PropertyDefaults {

    private PropertyDefaults() {}

    /**
     * @param prefix of the properties, without the last dot
     * @param options as the component describes them
     */
    static String json(String prefix, List<ComponentOptionModel> options) {
        JsonArray properties = new JsonArray();
        properties.add(property(prefix + ".enabled", true));
        JsonObject customizer = property(prefix + ".customizer.enabled", true);
        customizer.put("description", "Whether the properties below " + prefix + " are applied to the component.");
        properties.add(customizer);
        for (ComponentOptionModel option : options) {
            if (hasDefault(option)) {
                properties.add(property(prefix + "." + dashed(option.getName()), value(option)));
            }
        }
        JsonObject all = new JsonObject();
        all.put("properties", properties);
        return all.toJson();
    }

    private static JsonObject property(String name, Object defaultValue) {
        JsonObject property = new JsonObject();
        property.put("name", name);
        property.put("defaultValue", defaultValue);
        return property;
    }

    /** Camel's tools give every Boolean the default false; an object type can be unset, and then is. */
    private static boolean hasDefault(ComponentOptionModel option) {
        Object value = option.getDefaultValue();
        return value != null && !"".equals(value) && !"java.lang.Boolean".equals(option.getJavaType());
    }

    private static Object value(ComponentOptionModel option) {
        Object value = option.getDefaultValue();
        boolean choice = option.getEnums() != null && !option.getEnums().isEmpty();
        return choice ? value.toString().toLowerCase(Locale.ROOT).replace('_', '-') : value;
    }

    /** Spring Boot's canonical form of a property name: {@code maxInFlight} is {@code max-in-flight}. */
    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
