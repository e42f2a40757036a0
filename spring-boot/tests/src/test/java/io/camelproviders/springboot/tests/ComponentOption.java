/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * An option as the component's own description has it.
 *
 * @param scheme of the component
 * @param name in camelCase
 * @param type of the description: boolean, integer, duration, enum, object …
 * @param javaType class of the option in the component
 * @param enums the values that it takes; empty for any
 */
record ComponentOption(String scheme, String name, String type, String javaType, List<String> enums) {

    /** All options of a component. */
    static List<ComponentOption> of(String scheme) throws IOException {
        String description = "/META-INF/io/camelproviders/" + scheme + "/" + scheme + ".json";
        List<ComponentOption> options = new ArrayList<>();
        try (InputStream in = ComponentOption.class.getResourceAsStream(description)) {
            JsonNode properties = new ObjectMapper().readTree(in).path("componentProperties");
            properties.properties().forEach(field -> options.add(of(scheme, field.getKey(), field.getValue())));
        }
        return options;
    }

    private static ComponentOption of(String scheme, String name, JsonNode option) {
        List<String> enums = new ArrayList<>();
        option.path("enum").forEach(value -> enums.add(value.asText()));
        return new ComponentOption(
                scheme,
                name,
                option.path("type").asText(),
                option.path("javaType").asText(),
                enums);
    }

    /** The property of an application that sets it. */
    String property() {
        return "camel.component." + scheme + "."
                + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    boolean isMap() {
        return javaType.startsWith("java.util.Map");
    }

    boolean isBean() {
        return "object".equals(type) && !isMap();
    }

    /** The property and a value that is not the default, as {@code name=value}. */
    String sample(Object defaultValue) {
        if (isMap()) {
            return property() + ".[X_Name]=text";
        }
        return property() + "="
                + switch (type) {
                    case "boolean" -> Boolean.TRUE.equals(defaultValue) ? "false" : "true";
                    case "integer" -> "7";
                    case "number" -> "3.5";
                    case "duration" -> "20s";
                    case "enum" -> enums.get(enums.size() - 1).toLowerCase(Locale.ROOT);
                    case "object" -> "#bean:" + name;
                    default -> "text";
                };
    }

    /** What {@link #sample} makes of the option, as text; beans by their class. */
    String sampled(Object defaultValue) {
        if (isMap()) {
            return Map.of("X_Name", "text").toString();
        }
        return switch (type) {
            case "boolean" -> Boolean.TRUE.equals(defaultValue) ? "false" : "true";
            case "integer" -> "7";
            case "number" -> "3.5";
            case "duration" -> "20000";
            case "enum" -> enums.get(enums.size() - 1).toLowerCase(Locale.ROOT);
            default -> "text";
        };
    }

    /** Its value in a component as text; constants of an enum in lower case. */
    String text(Component component) {
        String text = String.valueOf(value(component));
        return "enum".equals(type) ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** Its value in a component. */
    Object value(Component component) {
        PropertyConfigurerGetter getter = (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
        return getter.getOptionValue(component, name, true);
    }
}
