/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.retry.RetrySafety;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request, ready to travel.
 *
 * @param method upper case
 * @param uri absolute; its query may hold a ticket, so it is never printed
 * @param headers in wire order
 * @param body bytes, or null for no body at all
 * @param timeouts how long we wait
 * @param repeat how it may be repeated
 * @param label what errors and logs call it: {@code bimpeai:messages/send}
 */
public record HttpRequest(
        String method,
        URI uri,
        List<HttpHeader> headers,
        byte @Nullable [] body,
        Timeouts timeouts,
        RetrySafety repeat,
        String label) {

    public HttpRequest {
        headers = List.copyOf(headers);
    }

    /** A GET without headers of its own. */
    // NullAway overlooks the annotation on the array of a record component.
    @SuppressWarnings("NullAway")
    public static HttpRequest get(URI uri, Timeouts timeouts, RetrySafety repeat, String label) {
        return new HttpRequest("GET", uri, List.of(), null, timeouts, repeat, label);
    }

    /** The same request to another address. */
    // NullAway overlooks the annotation on the array of a record component.
    @SuppressWarnings("NullAway")
    public HttpRequest at(URI other) {
        return new HttpRequest(method, other, headers, body, timeouts, repeat, label);
    }

    /** Scheme, host and port: what budgets and pacers count by. */
    public String origin() {
        return origin(uri);
    }

    /** The same for an address alone. */
    public static String origin(URI address) {
        return address.getScheme() + "://" + address.getHost() + ":" + address.getPort();
    }

    /** Label, method and path without the query. */
    @Override
    public String toString() {
        return label + " " + method + " " + origin() + uri.getRawPath();
    }
}
