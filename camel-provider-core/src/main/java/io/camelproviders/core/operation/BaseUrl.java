/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a provider lives, checked once. Its error texts never repeat the given text, which may hold a password.
 *
 * @param origin scheme, host and port, lower case, without a slash at the end
 * @param path path without a slash at the end; empty if there is none
 */
public record BaseUrl(String origin, String path) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    private static final Pattern DOT_SEGMENT = Pattern.compile("/(\\.|%2[eE]){1,2}(/|$)");

    /**
     * Checks a configured base URL.
     *
     * @param text absolute http or https URL; slashes at its end are stripped
     * @param allowInsecureHttp whether {@code http} may leave this machine
     * @throws InvalidRequestException if it has another scheme, user info, a query, a fragment or dot segments, or is
     *     plain http to another machine
     */
    public static BaseUrl parse(String text, boolean allowInsecureHttp) {
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        require(scheme.equals("http") || scheme.equals("https"), "must begin with https:// or http://");
        require(uri.getRawUserInfo() == null && !text.contains("@"), "must not hold a user or password");
        require(uri.getHost() != null && uri.getPort() <= 65_535 && uri.getPort() != 0, "must name a host");
        require(uri.getRawQuery() == null && uri.getRawFragment() == null, "must not hold a query or fragment");
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        require(
                scheme.equals("https")
                        || allowInsecureHttp
                        || LOOPBACK.matcher(host).matches(),
                "must use https to leave this machine; allowInsecureHttp=true lifts this for tests");
        String path = uri.getRawPath().replaceAll("/+$", "");
        require(!DOT_SEGMENT.matcher(path).find() && !path.contains("//"), "must hold a plain path");
        return new BaseUrl(scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()), path);
    }

    /** The URL with a provider's path prefix behind it, unless it ends with that already. */
    public String withPrefix(String prefix) {
        return origin + (path.endsWith(prefix) ? path : path + prefix);
    }

    /** This URL, or one with the given path if it names a host alone. */
    public BaseUrl orPath(String otherwise) {
        return path.isEmpty() ? new BaseUrl(origin, otherwise) : this;
    }

    @Override
    public String toString() {
        return origin + path;
    }

    private static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw fault("is no URL (at character " + e.getIndex() + ")");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw fault(otherwise);
        }
    }

    private static InvalidRequestException fault(String why) {
        return new InvalidRequestException(ErrorDetails.of("baseUrl " + why));
    }
}
