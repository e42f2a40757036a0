/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.time.Duration;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a transport is set up. Made with {@link #builder()}.
 *
 * @param ioThreads I/O threads, shared by all calls and streams; default 2
 * @param maxConnections most connections for calls, per origin and in all; further calls wait; default 500
 * @param maxStreams most open streams, which have connections of their own; further ones fail; default 20,000
 * @param maxConnectsPerSecond streams opened per second and origin; further ones wait; default 200
 * @param connectionTimeToLive longest life of a pooled connection; null (default) for no end
 * @param limits what an answer may weigh
 * @param tls how servers are trusted
 * @param proxy HTTP proxy; null (default) for none
 * @param userAgent value of the {@code User-Agent} field when the request has none
 */
public record HttpSettings(
        int ioThreads,
        int maxConnections,
        int maxStreams,
        int maxConnectsPerSecond,
        @Nullable Duration connectionTimeToLive,
        Limits limits,
        Tls tls,
        @Nullable Proxy proxy,
        String userAgent) {

    public HttpSettings {
        atLeastOne("ioThreads", ioThreads);
        atLeastOne("maxConnections", maxConnections);
        atLeastOne("maxStreams", maxStreams);
        atLeastOne("maxConnectsPerSecond", maxConnectsPerSecond);
        new HttpHeader("User-Agent", userAgent);
    }

    /** The defaults, to be changed. */
    public static Builder builder() {
        return new Builder();
    }

    private static void atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more, was " + value);
        }
    }

    /**
     * What an answer may weigh; more ends in a {@code LimitExceededException}.
     *
     * @param maxResponseBytes body of a call; default 16 MiB
     * @param maxHeadBytes status line and header fields together; default 64 KiB
     * @param maxHeaders number of header fields; default 200
     */
    public record Limits(int maxResponseBytes, int maxHeadBytes, int maxHeaders) {

        /** The defaults. */
        public static final Limits DEFAULT = new Limits(16 * 1024 * 1024, 64 * 1024, 200);

        public Limits {
            atLeastOne("maxResponseBytes", maxResponseBytes);
            atLeastOne("maxHeadBytes", maxHeadBytes);
            atLeastOne("maxHeaders", maxHeaders);
        }
    }

    /**
     * How servers are trusted. Always TLS 1.2 or 1.3.
     *
     * @param context keys and trust; null for the JVM's default
     * @param hostnameVerifier replaces the check of the certificate's names; null for the usual check
     */
    public record Tls(
            @Nullable SSLContext context, @Nullable HostnameVerifier hostnameVerifier) {

        /** What the JVM trusts, and names are checked. */
        public static final Tls DEFAULT = new Tls(null, null);
    }

    /**
     * An HTTP proxy; {@code https} origins are reached through a tunnel.
     *
     * @param host host name or address
     * @param port TCP port
     * @param user null if the proxy wants no log-in
     * @param password never printed
     */
    public record Proxy(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** Mutable twin of the record. */
    public static final class Builder {
        private int ioThreads = 2;
        private int maxConnections = 500;
        private int maxStreams = 20_000;
        private int maxConnectsPerSecond = 200;
        private @Nullable Duration connectionTimeToLive;
        private Limits limits = Limits.DEFAULT;
        private Tls tls = Tls.DEFAULT;
        private @Nullable Proxy proxy;
        private String userAgent = "camel-providers";

        private Builder() {}

        public Builder ioThreads(int value) {
            this.ioThreads = value;
            return this;
        }

        public Builder maxConnections(int value) {
            this.maxConnections = value;
            return this;
        }

        public Builder maxStreams(int value) {
            this.maxStreams = value;
            return this;
        }

        public Builder maxConnectsPerSecond(int value) {
            this.maxConnectsPerSecond = value;
            return this;
        }

        public Builder connectionTimeToLive(@Nullable Duration value) {
            this.connectionTimeToLive = value;
            return this;
        }

        public Builder limits(Limits value) {
            this.limits = value;
            return this;
        }

        /** Changes one of the limits. */
        public Builder maxResponseBytes(int value) {
            return limits(new Limits(value, limits.maxHeadBytes(), limits.maxHeaders()));
        }

        public Builder tls(Tls value) {
            this.tls = value;
            return this;
        }

        public Builder proxy(@Nullable Proxy value) {
            this.proxy = value;
            return this;
        }

        public Builder userAgent(String value) {
            this.userAgent = value;
            return this;
        }

        public HttpSettings build() {
            return new HttpSettings(
                    ioThreads,
                    maxConnections,
                    maxStreams,
                    maxConnectsPerSecond,
                    connectionTimeToLive,
                    limits,
                    tls,
                    proxy,
                    userAgent);
        }
    }
}
