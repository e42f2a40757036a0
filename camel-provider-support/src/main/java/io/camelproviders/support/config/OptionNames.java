/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.jspecify.annotations.Nullable;

/** Finds the options that somebody may have meant. */
public final class OptionNames {

    private OptionNames() {}

    /** The three nearest option names of a component, nearest first. */
    public static String nearest(CamelContext context, String scheme, String name) {
        EndpointUriFactory factory = context.getCamelContextExtension().getEndpointUriFactory(scheme);
        Set<String> known = factory == null ? Set.of() : factory.propertyNames();
        String wanted = plain(name);
        List<String> near = known.stream()
                .sorted(Comparator.comparingInt((String option) -> distance(wanted, plain(option)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
        return String.join(", ", near);
    }

    /** Whether a name is near enough to a known one to be a misspelling of it. */
    public static boolean resembles(CamelContext context, String scheme, String name) {
        String wanted = plain(name);
        String nearest = plain(nearest(context, scheme, name).split(",", 2)[0]);
        return distance(wanted, nearest) <= Math.max(2, nearest.length() / 3);
    }

    /** What an option takes, in a sentence for whoever gave it something else. */
    public static String wanted(@Nullable Object configurer, String name) {
        Class<?> type = configurer instanceof PropertyConfigurerGetter getter ? getter.getOptionType(name, true) : null;
        if (type == null) {
            return name + " has a value that it cannot take";
        }
        if (type.isEnum()) {
            return name + " must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(one -> String.valueOf(one).toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (type == long.class || type == Long.class) {
            return name + " must be a time, such as 500 (milliseconds), 5s or 10m";
        }
        if (type == boolean.class || type == Boolean.class) {
            return name + " must be true or false";
        }
        boolean number = type.isPrimitive() || Number.class.isAssignableFrom(type);
        return name + " must be a " + (number ? "number" : type.getSimpleName());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Edit distance of Levenshtein, with two rows. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
