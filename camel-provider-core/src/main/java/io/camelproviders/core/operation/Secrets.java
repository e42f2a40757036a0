/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.LogText;
import io.camelproviders.core.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of one endpoint that must not appear in what we print: keys and passwords, and tokens while they live. They
 * are forgotten with the endpoint that holds this object. Secrets below four characters are not searched for, since they
 * would mask half of every text.
 *
 * <p>A secret is found as it is, percent-encoded, and as a JSON string, escaped once or twice. The time that masking takes
 * grows with the text and hardly with the number of secrets. Thread-safe; the lock guards the two maps and nothing else
 * runs under it.
 */
public final class Secrets {

    private static final int SHORTEST = 4;
    private static final int MAX_TEMPORARY = 4_096;

    /** Forms of all secrets by their first four characters, longest first. */
    private final Map<Long, List<String>> formsByStart = new HashMap<>();

    /** Temporary secrets, oldest first, with their forms. */
    private final Map<String, Set<String>> temporary = new LinkedHashMap<>();

    private int longest;

    private Secrets() {}

    /** Secrets that last as long as the endpoint: keys, passwords. */
    public static Secrets of(String... values) {
        Secrets secrets = new Secrets();
        for (String value : values) {
            forms(value).forEach(secrets::index);
        }
        return secrets;
    }

    /** Adds a secret that lives for a while: a token, a password of one call. The oldest of more than 4,096 is forgotten. */
    public void add(String value) {
        Set<String> forms = forms(value);
        synchronized (formsByStart) {
            if (!forms.isEmpty() && temporary.put(value, forms) == null) {
                forms.forEach(this::index);
            }
            if (temporary.size() > MAX_TEMPORARY) {
                forget(temporary.keySet().iterator().next());
            }
        }
    }

    /** Removes a secret that was {@linkplain #add added}; does nothing if it was not. */
    public void forget(String value) {
        synchronized (formsByStart) {
            Set<String> forms = temporary.remove(value);
            if (forms != null) {
                forms.forEach(this::remove);
            }
        }
    }

    /** The text with every secret replaced by {@link LogText#MASK}. */
    public String mask(String text) {
        StringBuilder out = new StringBuilder();
        int copied = 0;
        synchronized (formsByStart) {
            for (int i = 0; !formsByStart.isEmpty() && i + SHORTEST <= text.length(); i++) {
                String found = at(text, i);
                if (found != null) {
                    out.append(text, copied, i).append(LogText.MASK);
                    copied = i + found.length();
                    i = copied - 1;
                }
            }
        }
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    /** Length of the longest form of a secret, so that a cut text can be masked whole. */
    int longest() {
        synchronized (formsByStart) {
            return longest;
        }
    }

    private @Nullable String at(String text, int from) {
        List<String> candidates = formsByStart.get(start(text, from));
        if (candidates != null) {
            for (String candidate : candidates) {
                if (text.startsWith(candidate, from)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    private void index(String form) {
        List<String> sameStart = formsByStart.computeIfAbsent(start(form, 0), start -> new ArrayList<>(1));
        sameStart.add(form);
        sameStart.sort(Comparator.comparingInt(String::length).reversed());
        longest = Math.max(longest, form.length());
    }

    private void remove(String form) {
        List<String> sameStart = formsByStart.get(start(form, 0));
        if (sameStart != null && sameStart.remove(form) && sameStart.isEmpty()) {
            formsByStart.remove(start(form, 0));
        }
    }

    private static long start(String text, int from) {
        return (long) text.charAt(from) << 48
                | (long) text.charAt(from + 1) << 32
                | (long) text.charAt(from + 2) << 16
                | text.charAt(from + 3);
    }

    private static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        if (secret.length() >= SHORTEST) {
            String once = escaped(secret);
            forms.addAll(List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), once, escaped(once)));
        }
        return forms;
    }

    private static String escaped(String text) {
        String quoted = Json.standard().text(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    @Override
    public String toString() {
        return "Secrets[]";
    }
}
