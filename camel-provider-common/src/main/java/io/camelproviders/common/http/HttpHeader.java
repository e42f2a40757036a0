/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.http;

import io.camelproviders.common.error.ErrorDetails;
import io.camelproviders.common.error.InvalidRequestException;
import java.util.regex.Pattern;

/**
 * One header field.
 *
 * @param name an RFC 9110 token
 * @param value visible US-ASCII, blanks and tabs; surrounding blanks are trimmed
 */
public record HttpHeader(String name, String value) {

    static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");

    public HttpHeader {
        if (!TOKEN.matcher(name).matches()) {
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

    @Override
    public String toString() {
        boolean secret = name.equalsIgnoreCase("authorization")
                || name.equalsIgnoreCase("x-api-key")
                || name.equalsIgnoreCase("cookie")
                || name.equalsIgnoreCase("proxy-authorization");
        return name + ": " + (secret ? "xxxxxx" : value);
    }
}
