/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.http.HttpSettings;
import io.camelproviders.core.http.HttpSettings.Proxy;
import io.camelproviders.core.http.HttpSettings.Tls;
import io.camelproviders.support.config.ProviderConfiguration;
import org.jspecify.annotations.Nullable;

/** Turns the connection options into the settings of a transport. */
final class HttpSettingsFactory {

    private HttpSettingsFactory() {}

    static HttpSettings settings(ProviderConfiguration options, ProviderRuntime runtime) {
        return HttpSettings.builder()
                .maxConnections(options.getMaxConnections())
                .maxStreams(options.getMaxStreams())
                .maxConnectsPerSecond(options.getMaxConnectsPerSecond())
                .maxResponseBytes(options.getMaxResponseBytes())
                .tls(new Tls(runtime.sslContext(options.getSslContextParameters()), options.getX509HostnameVerifier()))
                .proxy(proxy(options))
                .userAgent("camel-providers/0.1")
                .build();
    }

    private static @Nullable Proxy proxy(ProviderConfiguration options) {
        String host = options.getProxyHost();
        if (host == null) {
            return null;
        }
        if (options.getProxyPort() < 1) {
            throw new IllegalArgumentException("proxyHost is set, so proxyPort must be set too");
        }
        return new Proxy(host, options.getProxyPort(), options.getProxyAuthUsername(), options.getProxyAuthPassword());
    }
}
