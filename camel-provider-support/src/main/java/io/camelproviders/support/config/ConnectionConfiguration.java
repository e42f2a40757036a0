/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.HostnameVerifier;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** Options of connections to the provider. First class of the option chain: connection, retry, stream, provider. */
@UriParams
public abstract class ConnectionConfiguration implements Cloneable {

    @UriParam(
            label = "common",
            description = "Base URL of the service, without the operation. Defaults to the address of the provider.")
    private @Nullable String baseUrl;

    @UriParam(
            label = "security",
            secret = true,
            description = "API key. Best set on the component, from a property function or a vault.")
    private @Nullable String apiKey;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            description = "Timeout for establishing a connection.")
    private long connectTimeout = 10_000;

    @UriParam(
            label = "common",
            javaType = "java.time.Duration",
            description = "Timeout for one attempt of a call, including reading the response body.")
    private long requestTimeout = 30_000;

    @UriParam(
            label = "advanced",
            defaultValue = "500",
            description = "Maximum number of concurrent connections for calls.")
    private int maxConnections = 500;

    @UriParam(
            label = "advanced",
            defaultValue = "20000",
            description = "Maximum number of concurrent streams. Streams have a connection pool of their own.")
    private int maxStreams = 20_000;

    @UriParam(
            label = "advanced",
            defaultValue = "200",
            description = "Maximum number of streams opened per second and host, to avoid connection storms.")
    private int maxConnectsPerSecond = 200;

    @UriParam(
            label = "advanced",
            defaultValue = "16777216",
            description = "Maximum size of a response body in bytes; a call with a larger response fails.")
    private int maxResponseBytes = 16 * 1024 * 1024;

    @UriParam(
            label = "security",
            defaultValue = "false",
            description =
                    "Whether to allow http:// to hosts other than loopback. The API key is then sent unencrypted.")
    private boolean allowInsecureHttp;

    @UriParam(label = "security", description = "TLS settings: trust store, key store, protocols.")
    private @Nullable SSLContextParameters sslContextParameters;

    @UriParam(
            label = "security",
            description = "Host name verifier to use for the server certificate instead of the default one.")
    private @Nullable HostnameVerifier x509HostnameVerifier;

    @UriParam(label = "proxy", description = "Host name of the HTTP proxy.")
    private @Nullable String proxyHost;

    @UriParam(label = "proxy", description = "Port of the HTTP proxy.")
    private int proxyPort = 0;

    @UriParam(label = "proxy", secret = true, description = "User name for the HTTP proxy.")
    private @Nullable String proxyAuthUsername;

    @UriParam(label = "proxy", secret = true, description = "Password for the HTTP proxy.")
    private @Nullable String proxyAuthPassword;

    @UriParam(
            label = "advanced",
            prefix = "httpHeader.",
            multiValue = true,
            description =
                    "Additional headers of every call, such as httpHeader.X-Name=value. Never sent on a stream that is opened by a ticket.")
    private Map<String, Object> httpHeaders = new LinkedHashMap<>();

    public @Nullable String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(@Nullable String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public @Nullable String getApiKey() {
        return apiKey;
    }

    public void setApiKey(@Nullable String apiKey) {
        this.apiKey = apiKey;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    public int getMaxStreams() {
        return maxStreams;
    }

    public void setMaxStreams(int maxStreams) {
        this.maxStreams = maxStreams;
    }

    public int getMaxConnectsPerSecond() {
        return maxConnectsPerSecond;
    }

    public void setMaxConnectsPerSecond(int maxConnectsPerSecond) {
        this.maxConnectsPerSecond = maxConnectsPerSecond;
    }

    public int getMaxResponseBytes() {
        return maxResponseBytes;
    }

    public void setMaxResponseBytes(int maxResponseBytes) {
        this.maxResponseBytes = maxResponseBytes;
    }

    public boolean isAllowInsecureHttp() {
        return allowInsecureHttp;
    }

    public void setAllowInsecureHttp(boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    public @Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(@Nullable SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public @Nullable HostnameVerifier getX509HostnameVerifier() {
        return x509HostnameVerifier;
    }

    public void setX509HostnameVerifier(@Nullable HostnameVerifier x509HostnameVerifier) {
        this.x509HostnameVerifier = x509HostnameVerifier;
    }

    public @Nullable String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(@Nullable String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public int getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(int proxyPort) {
        this.proxyPort = proxyPort;
    }

    public @Nullable String getProxyAuthUsername() {
        return proxyAuthUsername;
    }

    public void setProxyAuthUsername(@Nullable String proxyAuthUsername) {
        this.proxyAuthUsername = proxyAuthUsername;
    }

    public @Nullable String getProxyAuthPassword() {
        return proxyAuthPassword;
    }

    public void setProxyAuthPassword(@Nullable String proxyAuthPassword) {
        this.proxyAuthPassword = proxyAuthPassword;
    }

    public Map<String, Object> getHttpHeaders() {
        return httpHeaders;
    }

    public void setHttpHeaders(Map<String, Object> httpHeaders) {
        this.httpHeaders = httpHeaders;
    }
}
