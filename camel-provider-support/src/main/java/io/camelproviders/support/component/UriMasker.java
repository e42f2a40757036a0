/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.operation.OperationNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URI of an endpoint without the values of its secret options. Camel hands an endpoint's own URI to consoles, events
 * and exchange properties as it is. Different values stay different, since Camel tells endpoints apart by their URIs:
 * {@code apiKey=xxxxxx}, {@code apiKey=xxxxxx2}. Thread-safe.
 */
final class UriMasker {

    private static final String MASK = "xxxxxx";
    private static final Pattern OPTION =
            Pattern.compile("([?&])([^=&?]+)=(RAW\\(.*?\\)(?=&|$)|RAW\\{.*?}(?=&|$)|[^&]*)", Pattern.DOTALL);

    private final Map<String, Integer> numbers = new HashMap<>();

    String of(String uri, Set<String> secretOptions) {
        return OPTION.matcher(uri).replaceAll(found -> {
            String name = OperationNames.camel(found.group(2));
            boolean secret = secretOptions.contains(name) || found.group(2).startsWith("httpHeader.");
            return Matcher.quoteReplacement(
                    secret ? found.group(1) + found.group(2) + '=' + mask(name, found.group(3)) : found.group());
        });
    }

    private String mask(String name, String value) {
        synchronized (numbers) {
            int number = numbers.computeIfAbsent(name + '=' + value, fresh -> numbers.size() + 1);
            return number == 1 ? MASK : MASK + number;
        }
    }
}
