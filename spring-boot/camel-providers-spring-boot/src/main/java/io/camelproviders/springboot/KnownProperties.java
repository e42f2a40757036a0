/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot;

import java.beans.PropertyDescriptor;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** The properties that a class of configuration properties takes, compared as Spring Boot does: without case and dashes. */
final class KnownProperties {

    /** Canonical name by uniform name: {@code max-in-flight} by {@code maxinflight}. */
    private final Map<String, String> names = new LinkedHashMap<>();

    KnownProperties(Class<?> type) {
        for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type)) {
            String dashed = property.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            names.put(uniform(dashed), dashed);
        }
        names.remove("class");
    }

    /**
     * Whether a property exists. An environment variable may separate words by underscores, which come as dots: {@code api.key} is {@code
     * api-key} too, as it is for Spring Boot.
     */
    boolean contains(ConfigurationPropertyName prefix, ConfigurationPropertyName name) {
        return names.containsKey(first(prefix, name)) || names.containsKey(whole(prefix, name));
    }

    /** The canonical name of the property that is spelled most like this one. */
    String nearest(ConfigurationPropertyName prefix, ConfigurationPropertyName name) {
        String wanted = whole(prefix, name);
        return names.entrySet().stream()
                .min(Comparator.<Map.Entry<String, String>>comparingInt(known -> distance(wanted, known.getKey()))
                        .thenComparing(Map.Entry::getValue))
                .orElseThrow()
                .getValue();
    }

    private static String first(ConfigurationPropertyName prefix, ConfigurationPropertyName name) {
        return name.getElement(prefix.getNumberOfElements(), Form.UNIFORM);
    }

    private static String whole(ConfigurationPropertyName prefix, ConfigurationPropertyName name) {
        return IntStream.range(prefix.getNumberOfElements(), name.getNumberOfElements())
                .mapToObj(element -> name.getElement(element, Form.UNIFORM))
                .collect(Collectors.joining());
    }

    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "");
    }

    /** Edit distance of Levenshtein, one row at a time. */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
