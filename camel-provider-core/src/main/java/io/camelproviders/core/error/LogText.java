/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

/** Makes foreign text safe for a log line or an exception message. */
public final class LogText {

    private LogText() {}

    /**
     * One line without control or direction characters, cut to a length. Nothing is evaluated; {@code ${...}} stays text.
     *
     * @param text foreign text
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

    private static boolean harmless(char c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
