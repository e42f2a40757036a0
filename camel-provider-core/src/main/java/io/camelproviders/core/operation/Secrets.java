/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values that nobody may read in what we write: keys, and tickets while they live. Thread-safe; the lock guards the
 * set alone and no foreign code runs under it.
 */
public final class Secrets {

    private static final String MASK = "xxxxxx";
    private static final int SHORTEST = 4;
    private static final int MOST_PASSING = 4_096;

    private final List<String> lasting;
    private final Set<String> passing = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_PASSING;
        }
    });

    private Secrets(List<String> lasting) {
        this.lasting = lasting;
    }

    /** Secrets that last: keys, passwords. Values under four characters are not masked, they would hide everything. */
    public static Secrets of(String... values) {
        return new Secrets(List.of(values).stream()
                .filter(value -> value.length() >= SHORTEST)
                .toList());
    }

    /** Adds one that passes: a ticket, a token. The oldest of more than 4,096 is forgotten. */
    public void add(String value) {
        if (value.length() >= SHORTEST) {
            synchronized (passing) {
                passing.add(value);
            }
        }
    }

    /** The text with every secret replaced, also where it stands percent-encoded. */
    public String mask(String text) {
        String masked = text;
        for (String secret : lasting) {
            masked = without(masked, secret);
        }
        List<String> current;
        synchronized (passing) {
            current = List.copyOf(passing);
        }
        for (String secret : current) {
            masked = without(masked, secret);
        }
        return masked;
    }

    /** Length of the longest secret, so that a cut text can be masked whole. */
    int longest() {
        int longest = lasting.stream().mapToInt(String::length).max().orElse(0);
        synchronized (passing) {
            return Math.max(
                    longest, passing.stream().mapToInt(String::length).max().orElse(0));
        }
    }

    private static String without(String text, String secret) {
        String masked = text.replace(secret, MASK);
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return encoded.equals(secret) ? masked : masked.replace(encoded, MASK);
    }

    @Override
    public String toString() {
        return "Secrets[" + lasting.size() + "]";
    }
}
