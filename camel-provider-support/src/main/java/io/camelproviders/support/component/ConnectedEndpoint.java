/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.AsyncHttpTransport;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpSettings;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.RetryingTransport;
import io.camelproviders.core.http.RetryingTransport.Unsafe;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.BaseUrl;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.ProviderProtocol;
import io.camelproviders.core.operation.Secrets;
import io.camelproviders.core.retry.RetryPolicy;
import io.camelproviders.core.subscription.SubscriptionDependencies.Pacer;
import io.camelproviders.support.config.ProviderConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.apache.camel.spi.EndpointServiceLocation;

/** The part of an endpoint that knows where the provider is and how to speak to it. Opens nothing itself. */
public abstract class ConnectedEndpoint extends PollingEndpoint implements EndpointServiceLocation {

    ConnectedEndpoint(String uri, ProviderComponent component) {
        super(uri, component);
    }

    // ---- What a provider adds ----

    /** The options of this endpoint. */
    public abstract ProviderConfiguration getConfiguration();

    /** The base URL when the options give none. */
    protected abstract String defaultBaseUrl();

    /** How this provider speaks, with this endpoint's credentials; {@code secrets} is told what must never be printed. */
    protected abstract ProviderProtocol newProtocol(Secrets secrets);

    /** How long a provider that says so in the body of its answer asks to wait. */
    protected Optional<Duration> waitInBody(HttpResponse answer) {
        return Optional.empty();
    }

    // ---- What endpoints, producers and consumers use ----

    @Override
    public String getServiceUrl() {
        String url = getConfiguration().getBaseUrl();
        return url == null ? defaultBaseUrl() : url;
    }

    @Override
    public String getServiceProtocol() {
        return getServiceUrl().startsWith("http:") ? "http" : "https";
    }

    @Override
    public ProviderComponent getComponent() {
        return (ProviderComponent) super.getComponent();
    }

    /** Scheme of the component. */
    public String scheme() {
        return getComponent().getDefaultName();
    }

    /** Scheme under which the component was added to the context; another than {@link #scheme} for a second instance. */
    protected String uriScheme() {
        String uri = getEndpointUri();
        return uri.substring(0, uri.indexOf(':'));
    }

    public ProviderRuntime runtime() {
        return getComponent().runtime();
    }

    /** The checked base URL. */
    public BaseUrl baseUrl() {
        ProviderConfiguration options = getConfiguration();
        String url = options.getBaseUrl();
        try {
            return BaseUrl.parse(url == null ? defaultBaseUrl() : url, options.isAllowInsecureHttp());
        } catch (ProviderException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Spreads the opening of streams on this endpoint's host. */
    public Pacer pacer() {
        AsyncHttpTransport transport = runtime().transport(httpSettings());
        String origin = baseUrl().origin();
        return step -> transport.pacer().admit(origin, step);
    }

    /** A client that repeats calls as the options say. */
    public OperationClient newClient() {
        return newClient(patient(transport()));
    }

    /** A client that repeats calls at most so often, otherwise as the options say. */
    public OperationClient newClient(OptionalInt maxRetries) {
        return newClient(patient(transport(), maxRetries));
    }

    /** Repeats calls over a transport as the options say. */
    protected HttpTransport patient(HttpTransport over) {
        return patient(over, OptionalInt.empty());
    }

    /** The options' retry policy, with other retries if there are any. */
    RetryPolicy retryPolicy(OptionalInt maxRetries) {
        RetryPolicy options = getConfiguration().retryPolicy();
        return maxRetries.isEmpty()
                ? options
                : new RetryPolicy(
                        maxRetries.getAsInt(),
                        options.delay(),
                        options.multiplier(),
                        options.maxDelay(),
                        options.maxRetryAfter());
    }

    private HttpTransport patient(HttpTransport over, OptionalInt maxRetries) {
        ProviderConfiguration options = getConfiguration();
        return new RetryingTransport(
                runtime().keyAttempts().noting(over),
                retryPolicy(maxRetries),
                runtime().budget(),
                runtime().scheduler(),
                Clock.systemUTC(),
                options.isRetryUnsafe() ? Unsafe.AS_SAFE : Unsafe.AS_DECLARED,
                this::waitInBody);
    }

    /** A client that sends everything once: the stream's own back-off repeats its handshake. */
    public OperationClient newImpatientClient() {
        return newClient(runtime().keyAttempts().noting(transport()));
    }

    private OperationClient newClient(HttpTransport over) {
        Secrets secrets = newSecrets();
        return newClient(over, newProtocol(secrets), secrets);
    }

    /** A client with another protocol than this endpoint's, for the calls that bring its credentials. */
    public OperationClient newClient(HttpTransport over, ProviderProtocol protocol, Secrets secrets) {
        ProviderConfiguration options = getConfiguration();
        OperationClient.Settings settings = new OperationClient.Settings(
                baseUrl(),
                Duration.ofMillis(options.getConnectTimeout()),
                requestTimeout(),
                options.isRetryUnsafe(),
                secrets);
        return new OperationClient(over, protocol, Json.standard(), settings);
    }

    /** What nobody may read in an error text: the key to begin with. */
    protected Secrets newSecrets() {
        String key = getConfiguration().getApiKey();
        return key == null ? Secrets.of() : Secrets.of(key.strip());
    }

    /** How long one attempt of a call may take, unless the call itself says otherwise. */
    protected Duration requestTimeout() {
        return Duration.ofMillis(getConfiguration().getRequestTimeout());
    }

    /** The transport of this endpoint, shared with all endpoints of the component that have equal settings. */
    public HttpTransport transport() {
        return runtime().transport(httpSettings());
    }

    /** Settings of the connections. */
    public HttpSettings httpSettings() {
        return HttpSettingsFactory.settings(getConfiguration(), runtime());
    }

    /** Where answers are decoded: never on an I/O thread. */
    public Executor decoder() {
        return runtime().producerPool();
    }

    /** Scheme, host and port of the provider. */
    public String origin() {
        return baseUrl().origin();
    }

    /** Host and port of the provider, for the keys of offsets. */
    public String host() {
        String origin = baseUrl().origin();
        return origin.substring(origin.indexOf("://") + 3);
    }
}
