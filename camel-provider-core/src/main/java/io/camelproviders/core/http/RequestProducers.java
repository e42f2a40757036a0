/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/** Checks a request and puts it into the client library's form. */
final class RequestProducers {

    /** Fields that belong to the transport. */
    private static final Set<String> OURS =
            Set.of("connection", "content-length", "expect", "host", "te", "trailer", "transfer-encoding", "upgrade");

    private RequestProducers() {}

    /** Refuses what must not be sent: an {@code InvalidRequestException} that does not echo what it refuses. */
    static void check(HttpRequest request, TransportErrors failures) {
        URI uri = request.uri();
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw failures.invalid("the address is not an absolute http or https URL; check baseUrl");
        }
        if (uri.getRawUserInfo() != null
                || String.valueOf(uri.getRawAuthority()).indexOf('@') >= 0) {
            throw failures.invalid("the address holds user information; remove it from baseUrl");
        }
        if (uri.getHost() == null) {
            throw failures.invalid("the address has no valid host name; check baseUrl");
        }
        if (!encoded(path(uri))) {
            throw failures.invalid("the address holds characters that are not encoded; percent-encode them");
        }
        if (!HttpHeader.isToken(request.method())) {
            throw failures.invalid("the HTTP method is not a token of RFC 9110");
        }
        for (HttpHeader header : request.headers()) {
            if (OURS.contains(header.name().toLowerCase(Locale.ROOT))) {
                throw failures.invalid("the header " + header.name() + " is set by the transport; remove it");
            }
        }
    }

    private static boolean encoded(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) <= ' ' || path.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    static HttpHost target(HttpRequest request) {
        String host = request.uri().getHost();
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return new HttpHost(
                request.uri().getScheme().toLowerCase(Locale.ROOT),
                bracketed ? host.substring(1, host.length() - 1) : host,
                request.uri().getPort());
    }

    static AsyncRequestProducer producer(HttpRequest request) {
        BasicHttpRequest wire = new BasicHttpRequest(request.method(), target(request), path(request.uri()));
        request.headers().forEach(header -> wire.addHeader(header.name(), header.value()));
        if (!wire.containsHeader("Accept-Encoding")) {
            wire.addHeader("Accept-Encoding", "identity");
        }
        byte[] body = request.body();
        return new BasicRequestProducer(wire, body == null ? null : new BasicAsyncEntityProducer(body, null));
    }

    private static String path(URI uri) {
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }
}
