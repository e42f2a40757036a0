/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.RequestBinder;
import io.camelproviders.support.config.OptionChecks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Consumer;
import org.apache.camel.Message;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.jspecify.annotations.Nullable;

/**
 * One operation with its options. Creates producers and consumers, never does anything itself; the operation is looked up
 * once, at creation.
 */
public abstract class ProviderEndpoint extends ConnectedEndpoint {

    private final Operation operation;
    private Set<String> uriOptions = Set.of();
    private Set<String> emptyParameters = Set.of();
    private String identity = "";

    protected ProviderEndpoint(String uri, ProviderComponent component, Operation operation) {
        super(uri, component);
        this.operation = operation;
    }

    // ---- What a provider adds ----

    /** What stands before the name in every header of this provider: {@code CamelBimpeai}. */
    public abstract String headerPrefix();

    /** The streams of a consumer; only asked for operations that have the role. */
    public StreamSource newStreamSource(OperationClient client, OperationClient patient) {
        throw new IllegalStateException(operation.name() + " does not stream");
    }

    /** The word for a failure in {@code Camel<Scheme>ResponseError}: the provider's own code, else one of the documented words. */
    public String errorWord(ProviderException failure) {
        return ErrorWords.of(failure);
    }

    /** The error as the provider itself would tell it, for {@code throwExceptionOnFailure=false}. */
    public Object errorBody(ProviderException failure) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error", errorWord(failure));
        error.put("status", failure.status());
        error.put("message", failure.getMessage());
        failure.requestId().ifPresent(id -> error.put("request_id", id));
        failure.retryAfter().ifPresent(wait -> error.put("retry_after", wait.toSeconds()));
        return error;
    }

    /** Where the items of a polled answer stand, unless {@code itemsPath} says it: a list, or the answer itself. */
    public @Nullable Object itemsIn(@Nullable Object answer) {
        return answer;
    }

    /** Adds headers to an exchange that carries a polled item, ids for the next call for example. */
    public void fillItem(Message message, Object item) {}

    /**
     * What a user needs to know after a call and the answer does not tell: looked up, and written as headers. Never fails;
     * null values remove a header.
     */
    public CompletableFuture<Map<String, @Nullable Object>> afterwards(
            OperationCall call, CallResult result, OperationClient client) {
        return CompletableFuture.completedFuture(Map.of());
    }

    /** The stream on which the effect of a call will be echoed, so that consumers can tell their own messages. */
    public Optional<String> echoedOn(OperationCall call) {
        return Optional.empty();
    }

    /** The id under which the echo of a call will come. */
    public Optional<String> echoId(CallResult result) {
        return Optional.empty();
    }

    /** The same when what {@link #afterwards} found is known. */
    public Optional<String> echoedOn(OperationCall call, Map<String, @Nullable Object> found) {
        return echoedOn(call);
    }

    /** The roles that the echo of a call may have; empty if its echo has none. */
    public Set<String> echoRoles(OperationCall call) {
        return Set.of();
    }

    /** A last look at a call before it is sent: adds what options say, fails if something is missing. */
    public OperationCall prepare(OperationCall call) {
        return call;
    }

    /**
     * A last look at an answer before it reaches the route, on the hand-over pool.
     *
     * @throws ProviderException if it is not what was asked for
     */
    public CallResult received(OperationCall call, CallResult result) {
        return result;
    }

    /** Fails with a sentence that says what to do if an option is missing or wrong; called at creation. */
    protected void check() {
        baseUrl();
        OptionChecks.check(getConfiguration());
    }

    // ---- What Camel asks for ----

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    // ---- For producers and consumers ----

    /** Applies the endpoint's options to a consumer that somebody else starts. */
    public <C extends Consumer> C configured(C consumer) throws Exception {
        configureConsumer(consumer);
        return consumer;
    }

    /** The row. */
    public Operation operation() {
        return operation;
    }

    void uriOptions(Set<String> names) {
        this.uriOptions = names;
    }

    /** Parameters that the URI gives an empty value. */
    void emptyParameters(Set<String> names) {
        this.emptyParameters = Set.copyOf(names);
    }

    /** Scheme, operation and the options of the URI but secrets and what belongs to one call: the same after a restart. */
    public String identity() {
        return identity;
    }

    void identity(Map<String, Object> options) {
        this.identity = scheme() + ':' + operation.name() + new TreeMap<>(options);
    }

    /** Whether the URI itself gives an option. */
    boolean uriOption(String option) {
        return uriOptions.contains(option);
    }

    /** Value of an option that the route's author gave to this very endpoint; an empty string if it is an empty value. */
    protected @Nullable Object uriValue(String option) {
        if (emptyParameters.contains(option)) {
            return "";
        }
        Object own = optionValue(getComponent().getEndpointPropertyConfigurer(), this, option);
        if (uriOptions.contains(option)) {
            return own;
        }
        // Set on the endpoint object rather than in the URI: it differs from what the component gave.
        return own == null || own.equals(componentValue(option)) ? null : own;
    }

    /** Value of an option of the component. */
    @Nullable
    Object componentValue(String option) {
        return optionValue(getComponent().getComponentPropertyConfigurer(), getComponent(), option);
    }

    private static @Nullable Object optionValue(@Nullable Object configurer, Object target, String option) {
        return configurer instanceof PropertyConfigurerGetter getter
                ? getter.getOptionValue(target, option, false)
                : null;
    }

    /** Id of an item of a list, or null. */
    public @Nullable String itemId(Object item) {
        return ItemIds.of(item);
    }

    /** Removes the headers that earlier calls of this provider left; each call begins with this, also one that then fails. */
    public void clearResponseHeaders(Message message) {
        if (message.hasHeaders()) {
            message.removeHeaders(headerPrefix() + "Response*");
        }
    }

    public RequestBinder newBinder() {
        return new RequestBinder(scheme(), headerPrefix(), Json.standard());
    }

    /** A key that a header can carry; a line end behind it, as files have, is trimmed. */
    protected static String requiredKey(String option, @Nullable String value, String advice) {
        String key = required(value, advice);
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) <= ' ' || key.charAt(i) > '~') {
                throw new InvalidRequestException(ErrorDetails.of(option
                        + " holds a character that no header can carry," + " a blank or line end perhaps (at index " + i
                        + "); give the key alone, in one line"));
            }
        }
        return key;
    }

    /** Fails if an option that usually comes from the application's properties has no text. */
    protected String requiredProperty(@Nullable String value, String advice) {
        return value == null || value.isBlank() ? required(value, advice + StarterAdvice.of(getComponent())) : value;
    }

    /** Fails if an option has no text. */
    protected static String required(@Nullable String value, String advice) {
        if (value == null || value.isBlank()) {
            throw new InvalidRequestException(ErrorDetails.of(advice));
        }
        return value.strip();
    }
}
