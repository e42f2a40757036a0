/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;

/**
 * One header field.
 *
 * @param name an RFC 9110 token
 * @param value visible US-ASCII, blanks and tabs; surrounding blanks are trimmed
 */
public record HttpHeader(String name, String value) {

    private static final int LONGEST_NAME = 200;
    private static final String TOKEN_MARKS = "!#$%&'*+.^_`|~-";

    public HttpHeader {
        if (!isToken(name)) {
            throw new InvalidRequestException(ErrorDetails.of("a header name is not a token of RFC 9110"));
        }
        value = value.strip();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\t' && (c < ' ' || c > '~')) {
                throw new InvalidRequestException(ErrorDetails.of("the value of header " + name
                        + " holds a character that headers cannot carry (at index " + i + "); use visible US-ASCII"));
            }
        }
    }

    /** Whether a name is a token of bearable length. Looked at for every field of every answer, so without a pattern. */
    static boolean isToken(String name) {
        int length = name.length();
        boolean token = length > 0 && length <= LONGEST_NAME;
        for (int i = 0; token && i < length; i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            token = plain || TOKEN_MARKS.indexOf(c) >= 0;
        }
        return token;
    }

    @Override
    public String toString() {
        boolean secret = name.equalsIgnoreCase("authorization")
                || name.equalsIgnoreCase("x-api-key")
                || name.equalsIgnoreCase("cookie")
                || name.equalsIgnoreCase("proxy-authorization");
        return name + ": " + (secret ? "xxxxxx" : value);
    }
}
