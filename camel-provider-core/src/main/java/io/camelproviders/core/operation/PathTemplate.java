/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.json.Json;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths and queries from values. Every character that could change the target is encoded. */
final class PathTemplate {

    /** Longest path id in UTF-8 bytes. */
    public static final int MAX_ID_BYTES = 1_024;

    private static final Pattern DOT_SEGMENT = Pattern.compile("(^|[/\\\\])\\.{1,2}($|[/\\\\])");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String HEX = "0123456789ABCDEF";

    private PathTemplate() {}

    /**
     * Fills a template, each id as one segment: RFC 3986 unreserved characters stay, the rest is percent-encoded UTF-8.
     *
     * @throws InvalidRequestException if an id is missing or {@linkplain #checkId unfit}
     */
    public static String expand(String template, Map<String, String> ids) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder path = new StringBuilder(template.length() + 32);
        while (matcher.find()) {
            String name = matcher.group(1);
            String id = ids.getOrDefault(name, "");
            checkId(name, id);
            matcher.appendReplacement(path, Matcher.quoteReplacement(encoded(utf8(name, id), "%20")));
        }
        return matcher.appendTail(path).toString();
    }

    /**
     * A query in the order of its values, form-encoded (a blank becomes {@code +}, a surrogate without its partner
     * U+FFFD); empty for no values, else with the question mark.
     */
    public static String query(Map<String, String> values) {
        if (values.isEmpty()) {
            return "";
        }
        StringJoiner query = new StringJoiner("&", "?", "");
        values.forEach(
                (name, value) -> query.add(encoded(replacing(name), "+") + "=" + encoded(replacing(value), "+")));
        return query.toString();
    }

    /**
     * Checks that an id can be one path segment.
     *
     * @throws InvalidRequestException if it is blank, holds {@code .} or {@code ..} between slashes, is longer than {@link #MAX_ID_BYTES} or
     *     holds control characters; the text does not repeat the id
     */
    public static void checkId(String name, String id) {
        refuse(id.isBlank(), name, "is empty");
        // Encoded as well as bare: some proxies decode the slashes and then walk up the path.
        refuse(DOT_SEGMENT.matcher(id).find(), name, "holds a dot segment");
        refuse(id.chars().anyMatch(Character::isISOControl), name, "holds a control character");
        refuse(utf8(name, id).length > MAX_ID_BYTES, name, "is longer than " + MAX_ID_BYTES + " bytes");
    }

    private static String encoded(byte[] utf8, String blank) {
        StringBuilder out = new StringBuilder(utf8.length + 8);
        for (byte b : utf8) {
            if (b == ' ') {
                out.append(blank);
            } else if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
            }
        }
        return out.toString();
    }

    private static byte[] replacing(String text) {
        return Json.wellFormed(text).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String name, String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw fault(name, "holds half a character (a lone surrogate)");
        }
    }

    private static void refuse(boolean condition, String name, String why) {
        if (condition) {
            throw fault(name, why);
        }
    }

    private static InvalidRequestException fault(String name, String why) {
        return new InvalidRequestException(ErrorDetails.of(name + " " + why + "; nothing was sent"));
    }
}
