/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import java.util.Locale;

/** The spellings of one name: kebab for operations, camelCase for options, PascalCase for headers, the wire's own. */
public final class OperationNames {

    private OperationNames() {}

    /** {@code live-status}, {@code live_status} and {@code liveStatus} all become {@code liveStatus}. */
    public static String camel(String name) {
        if (name.indexOf('_') < 0 && name.indexOf('-') < 0) {
            return name;
        }
        StringBuilder out = new StringBuilder(name.length());
        boolean up = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_' || c == '-') {
                up = out.length() > 0;
            } else {
                out.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return out.toString();
    }

    /** As {@link #camel}, with a capital first. */
    public static String pascal(String name) {
        String camel = camel(name);
        return camel.isEmpty() ? camel : Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
    }

    /** {@code getTestCode}, {@code get_test_code} and {@code get-test-code} all become {@code get-test-code}. */
    public static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
