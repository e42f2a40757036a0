/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpHeader;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.util.ObjectHelper;

/** Whether the values of options can work, told at start rather than by the first call. */
public final class OptionChecks {

    /** Fields that belong to the connection, to the body or to the key; one given by hand would break or unmask them. */
    private static final Set<String> OURS = Set.of(
            "authorization",
            "proxy-authorization",
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "te",
            "upgrade",
            "expect");

    private OptionChecks() {}

    /**
     * Checks all options.
     *
     * @throws IllegalArgumentException with the name of the first wrong option and what to do
     */
    public static void check(ProviderConfiguration options) {
        positive("connectTimeout", options.getConnectTimeout());
        positive("requestTimeout", options.getRequestTimeout());
        positive("maxConnections", options.getMaxConnections());
        positive("maxStreams", options.getMaxStreams());
        positive("maxConnectsPerSecond", options.getMaxConnectsPerSecond());
        positive("maxResponseBytes", options.getMaxResponseBytes());
        positive("maxItems", options.getMaxItems());
        repetition(options);
        streams(options);
        headers(options.getHttpHeaders());
        if (options.getProxyHost() != null && (options.getProxyPort() < 1 || options.getProxyPort() > 65_535)) {
            throw new IllegalArgumentException("proxyHost is set, so proxyPort must be set too, from 1 to 65535");
        }
    }

    private static void repetition(ProviderConfiguration options) {
        atLeast("maxRetries", 0, options.getMaxRetries());
        positive("retryDelay", options.getRetryDelay());
        notBelow("maxRetryDelay", options.getMaxRetryDelay(), "retryDelay", options.getRetryDelay());
        atLeast("maxRetryAfter", 0, options.getMaxRetryAfter());
        if (!(options.getRetryBackoffMultiplier() >= 1 && options.getRetryBackoffMultiplier() <= 1_000)) {
            throw new IllegalArgumentException("retryBackoffMultiplier must be from 1 to 1000");
        }
    }

    private static void streams(ProviderConfiguration options) {
        positive("readIdleTimeout", options.getReadIdleTimeout());
        positive("reconnectDelay", options.getReconnectDelay());
        notBelow("maxReconnectDelay", options.getMaxReconnectDelay(), "reconnectDelay", options.getReconnectDelay());
        positive("discoveryDelay", options.getDiscoveryDelay());
        positive("startTimeout", options.getStartTimeout());
        positive("maxInFlight", options.getMaxInFlight());
        positive("maxInFlightTotal", options.getMaxInFlightTotal());
        positive("maxEventBytes", options.getMaxEventBytes());
        positive("maxLineBytes", options.getMaxLineBytes());
        positive("dedupWindow", options.getDedupWindow());
        blank("offsetDirectory", options.getOffsetDirectory());
        blank("offsetKey", options.getOffsetKey());
    }

    private static void headers(Map<String, Object> headers) {
        headers.forEach((name, value) -> {
            if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "httpHeader." + name + " cannot be set: this header is the component's own; remove the option");
            }
            try {
                new HttpHeader(name, String.valueOf(value));
            } catch (ProviderException e) {
                throw new IllegalArgumentException("httpHeader." + name + " cannot be sent: " + e.getMessage(), e);
            }
        });
    }

    private static void blank(String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null && ObjectHelper.isEmpty(value.strip())) {
            throw new IllegalArgumentException(name + " is empty; give it a value or remove it");
        }
    }

    private static void positive(String name, long value) {
        atLeast(name, 1, value);
    }

    private static void atLeast(String name, long least, long value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
    }

    private static void notBelow(String name, long value, String other, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    name + " (" + value + " ms) must not be shorter than " + other + " (" + least + " ms)");
        }
    }
}
