/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Turns the client library's answer heads into ours. */
final class ResponseHeadMapper {

    private ResponseHeadMapper() {}

    /**
     * Copies a head. A server may send what we would not: characters outside visible US-ASCII become question marks,
     * a field whose name is no token is left out.
     */
    static ResponseHead of(HttpResponse response, HttpSettings.Limits limits, TransportErrors failures) {
        List<HttpHeader> headers = new ArrayList<>();
        long weight = 0;
        for (Header header : response.getHeaders()) {
            String value = header.getValue() == null ? "" : header.getValue();
            weight += header.getName().length() + value.length() + 4L;
            if (HttpHeader.isToken(header.getName())) {
                headers.add(new HttpHeader(header.getName(), visible(value)));
            }
        }
        if (weight > limits.maxHeadBytes()) {
            throw failures.limit("the head of the answer is longer than " + limits.maxHeadBytes() + " bytes");
        }
        return new ResponseHead(response.getCode(), headers);
    }

    /** The coding of a compressed body; empty if it is as it is. */
    static Optional<String> coding(ResponseHead head) {
        return head.header("Content-Encoding")
                .filter(coding -> !coding.isBlank() && !coding.equalsIgnoreCase("identity"));
    }

    private static String visible(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!visible(value.charAt(i))) {
                return replaced(value);
            }
        }
        return value;
    }

    private static boolean visible(char c) {
        return c == '\t' || (c >= ' ' && c <= '~');
    }

    private static String replaced(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            text.append(visible(value.charAt(i)) ? value.charAt(i) : '?');
        }
        return text.toString();
    }
}
