/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.http.TransportStats;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.core.operation.OperationNames;
import io.camelproviders.core.operation.OperationTable;
import io.camelproviders.support.config.OptionNames;
import io.camelproviders.support.config.ProviderConfiguration;
import io.camelproviders.support.observability.ObservedComponent;
import io.camelproviders.support.observability.ObservedStreams;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code scheme:resource/operation?options} and holds what the endpoints share. A provider's component adds its
 * configuration, its table and its endpoint, nothing else.
 */
public abstract class ProviderComponent extends HealthCheckComponent
        implements SSLContextParametersAware, ObservedComponent {

    /**
     * Camel holds one set of masked names for the whole process, which is replaced as a whole; so do we. Given only names that it knows
     * already it would mask everything, so one that it does not know is always there.
     */
    private static final Set<String> MASKED = new ConcurrentSkipListSet<>(Set.of("httpHeader"));

    private static final String HIDDEN =
            "(not printed: perhaps the rest of a secret that holds &, which RAW(...) keeps whole)";

    private final UriMasker masked = new UriMasker();
    private final OptionAliases aliases = new OptionAliases();
    private @Nullable ComponentOptions options;

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Enable usage of global SSL context parameters.")
    private boolean useGlobalSslContextParameters;

    private @Nullable ProviderRuntime runtime;

    /** The operations of the provider. */
    public abstract OperationTable operations();

    /** The options that all endpoints begin with. */
    public abstract ProviderConfiguration getConfiguration();

    /** A provider's endpoint for an operation, with a configuration of its own. */
    protected abstract ProviderEndpoint newEndpoint(String uri, Operation operation, ProviderConfiguration options);

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Operation operation = find(uri, remaining);
        ProviderConfiguration options = getConfiguration().copy();
        if (useGlobalSslContextParameters && options.getSslContextParameters() == null) {
            options.setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        Set<String> given = Set.copyOf(parameters.keySet());
        spellAsOptions(parameters);
        options.getParams().putAll(PropertiesHelper.extractProperties(parameters, "param."));
        options.getHttpHeaders().putAll(PropertiesHelper.extractProperties(parameters, "httpHeader."));
        ProviderEndpoint endpoint = newEndpoint(masked.of(uri, secretOptions()), operation, options);
        refuseSecretParams(uri, endpoint);
        endpoint.uriOptions(Set.copyOf(parameters.keySet()));
        endpoint.identity(lasting(parameters, options));
        Set<String> empty = emptyParameters(operation, parameters);
        parameters.keySet().removeAll(empty);
        bind(endpoint, parameters);
        bind(endpoint, noValues(empty));
        endpoint.emptyParameters(empty);
        refuseUnknown(uri, operation, parameters, given);
        try {
            endpoint.check();
        } catch (RuntimeException e) {
            // What was refused may hold a password in the wrong place, and Camel prints the URI of what fails.
            mask(Set.of("baseUrl"));
            throw e;
        }
        return endpoint;
    }

    /** URIs are printed by consoles, events and exchange properties, so no secret may stand in a {@code param.} option. */
    private void refuseSecretParams(String uri, ProviderEndpoint endpoint) {
        try {
            endpoint.newBinder().checkParams(endpoint.getConfiguration().getParams());
        } catch (InvalidRequestException e) {
            mask(Set.of("param"));
            throw noEndpoint(
                    uri, endpoint.operation().name(), String.valueOf(e.details().message()));
        }
    }

    /** Parameters that the URI gives an empty value: they are pinned to "not given", whatever the component says. */
    private static Set<String> emptyParameters(Operation operation, Map<String, Object> parameters) {
        return operation.parameters().stream()
                .map(Parameter::optionName)
                .filter(name -> "".equals(parameters.get(name)))
                .collect(Collectors.toSet());
    }

    /** What tells an endpoint apart for the keys of its calls. */
    private Map<String, Object> lasting(Map<String, Object> parameters, ProviderConfiguration options) {
        Map<String, Object> lasting = new HashMap<>(parameters);
        options.getParams().forEach((name, value) -> lasting.put("param." + name, value));
        lasting.keySet().removeAll(secretOptions());
        lasting.keySet().removeAll(Set.of("idempotencyKey", "requestId"));
        return lasting;
    }

    private static Map<String, Object> noValues(Set<String> names) {
        Map<String, Object> values = new HashMap<>();
        names.forEach(name -> values.put(name, null));
        return values;
    }

    private void bind(ProviderEndpoint endpoint, Map<String, Object> parameters) throws Exception {
        try {
            setProperties(endpoint, parameters);
        } catch (PropertyBindingException e) {
            // Camel's own text repeats the value.
            String name = String.valueOf(e.getPropertyName());
            throw new IllegalArgumentException(
                    OptionNames.wanted(getEndpointPropertyConfigurer(), name), withoutValue(e));
        }
    }

    /** Why a value was refused, unless that repeats the value: its kind alone. */
    private static Throwable withoutValue(PropertyBindingException refused) {
        Throwable cause = refused.getCause();
        return new IllegalArgumentException(
                cause == null ? "the value was refused" : cause.getClass().getSimpleName());
    }

    private Operation find(String uri, String remaining) {
        try {
            return operations().get(remaining);
        } catch (RuntimeException e) {
            // This class is the one that Camel passes on as it is: the URI, and with it the values of options, stays
            // out.
            throw noEndpoint(uri, remaining, String.valueOf(e.getMessage()));
        }
    }

    /** {@code api-key} and {@code api_key} are meant as {@code apiKey}; a value under a wrong name would be printed. */
    private void spellAsOptions(Map<String, Object> parameters) {
        Map<String, Object> spelled = new LinkedHashMap<>();
        parameters.forEach(
                (name, value) -> spelled.put(name.indexOf('.') < 0 ? OperationNames.camel(name) : name, value));
        parameters.clear();
        parameters.putAll(aliases.current(spelled));
    }

    private void refuseUnknown(String uri, Operation operation, Map<String, Object> left, Set<String> given) {
        if (left.isEmpty()) {
            return;
        }
        Set<String> spellings = new TreeSet<>(left.keySet());
        given.stream()
                .filter(name -> left.containsKey(OperationNames.camel(name)))
                .forEach(spellings::add);
        mask(spellings);
        throw noEndpoint(uri, operation.name(), "unknown options " + withNearest(printable(left.keySet(), given)));
    }

    /** A secret with an ampersand in it ends there, and its rest reads as the name of an option: that is not printed. */
    private Set<String> printable(Set<String> unknown, Set<String> given) {
        boolean secret = given.stream().map(OperationNames::camel).anyMatch(secretOptions()::contains);
        if (!secret) {
            return unknown;
        }
        return unknown.stream()
                .map(name -> OptionNames.resembles(getCamelContext(), getDefaultName(), name) ? name : HIDDEN)
                .collect(Collectors.toSet());
    }

    /** Camel prints the URI of a route that cannot be created; from now on it masks the values of these options. */
    private void mask(Set<String> names) {
        MASKED.addAll(names);
        String more = getCamelContext()
                .getPropertiesComponent()
                .resolveProperty("camel.main.additionalSensitiveKeywords")
                .map(known -> known + ",")
                .orElse("");
        URISupport.addSanitizeKeywords(more + String.join(",", MASKED));
    }

    private String withNearest(Set<String> unknown) {
        return new TreeSet<>(unknown)
                .stream()
                        .map(name -> name.equals(HIDDEN)
                                ? name
                                : "'" + name + "' (did you mean "
                                        + OptionNames.nearest(getCamelContext(), getDefaultName(), name) + "?)")
                        .collect(Collectors.joining(", "));
    }

    private static NoSuchEndpointException noEndpoint(String uri, String path, String advice) {
        return new InvalidEndpointException(uri.substring(0, Math.max(0, uri.indexOf(':'))) + ":" + path, advice);
    }

    /** Wraps the generated code, so that an unknown option is refused without its value. */
    @Override
    public @Nullable PropertyConfigurer getComponentPropertyConfigurer() {
        PropertyConfigurer generated = super.getComponentPropertyConfigurer();
        if (generated != null && options == null) {
            options = new ComponentOptions(generated, aliases);
        }
        return options;
    }

    private Set<String> secretOptions() {
        EndpointUriFactory factory =
                getCamelContext().getCamelContextExtension().getEndpointUriFactory(getDefaultName());
        return factory == null ? Set.of("apiKey") : factory.secretPropertyNames();
    }

    @Override
    protected void doStart() throws Exception {
        if (options != null && !options.unknown().isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown options of the " + getDefaultName() + " component: " + withNearest(options.unknown()));
        }
        refusePerCallOptions();
        ProviderRuntime next = new ProviderRuntime(getCamelContext(), getDefaultName());
        ServiceHelper.startService(next);
        runtime = next;
        super.doStart();
    }

    /** These belong to one call; on the component they would be shared by all calls. */
    private void refusePerCallOptions() {
        ProviderConfiguration shared = getConfiguration();
        if (shared.getIdempotencyKey() != null || shared.getRequestId() != null) {
            throw new IllegalArgumentException("idempotencyKey and requestId cannot be set on the " + getDefaultName()
                    + " component: each call needs its own; set them in the endpoint URI or as headers");
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        ServiceHelper.stopService(runtime);
        runtime = null;
    }

    /** What the endpoints share; there from start to stop. */
    public ProviderRuntime runtime() {
        ProviderRuntime current = runtime;
        if (current == null) {
            throw new IllegalStateException("the " + getDefaultName() + " component is not started");
        }
        return current;
    }

    @Override
    public List<ObservedStreams> streamConsumers() {
        ProviderRuntime current = runtime;
        return current == null ? List.of() : current.consumers();
    }

    @Override
    public List<TransportStats> transportStats() {
        ProviderRuntime current = runtime;
        return current == null ? List.of() : current.transportStats();
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
