/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import java.util.Locale;
import java.util.Set;

/** Makes text from outside safe for a log line or an exception message. */
public final class LogText {

    /** What is printed in place of a secret. */
    public static final String MASK = "xxxxxx";

    private static final Set<String> SECRET_NAMES = Set.of(
            "token", "password", "passphrase", "secret", "authorization", "apikey", "ticket", "cookie", "credentials");
    private static final Set<String> SECRET_ENDINGS = Set.of(
            "password",
            "secret",
            "secretkey",
            "privatekey",
            "apikey",
            "accesskey",
            "accesstoken",
            "refreshtoken",
            "authtoken",
            "bearertoken",
            "sessiontoken",
            "idtoken");

    private static final Set<String> CREDENTIAL_OBJECTS = Set.of("auth_config", "authConfig");

    private LogText() {}

    /**
     * One line without control or direction characters, cut to a length. Nothing is evaluated; {@code ${...}} stays text.
     *
     * @param text text from outside
     * @param max most characters kept; longer text ends with an ellipsis
     */
    public static String oneLine(String text, int max) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), max) + 1);
        for (int i = 0; i < text.length() && line.length() < max; i++) {
            char c = text.charAt(i);
            line.append(harmless(c) ? c : '\uFFFD');
        }
        return text.length() > max ? line.append('\u2026').toString() : line.toString();
    }

    /** Whether a field of this name, in any spelling, holds a secret: {@code refreshToken}, {@code secret_key}, {@code password} … */
    public static boolean isSecretName(String name) {
        String bare = name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
        return SECRET_NAMES.contains(bare) || SECRET_ENDINGS.stream().anyMatch(bare::endsWith);
    }

    /** As {@link #isSecretName(String)}, for a field of an object: {@code value} in {@code auth_config} is one too. */
    public static boolean isSecretName(String parent, String name) {
        return isSecretName(name) || (name.equals("value") && CREDENTIAL_OBJECTS.contains(parent));
    }

    private static boolean harmless(char c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
