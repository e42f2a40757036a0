/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.util.List;
import java.util.Optional;

/**
 * Status line and header fields of an answer.
 *
 * @param status HTTP status
 * @param headers in wire order
 */
public record ResponseHead(int status, List<HttpHeader> headers) {

    public ResponseHead {
        headers = List.copyOf(headers);
    }

    /** First value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        for (HttpHeader header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }

    /** Media type without parameters, lower case; empty if there is none. */
    public String mediaType() {
        String value = header("Content-Type").orElse("");
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether the status is 2xx. */
    public boolean success() {
        return status >= 200 && status < 300;
    }
}
