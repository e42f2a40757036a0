/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.ProviderProtocol;
import io.camelproviders.core.operation.Secrets;
import io.camelproviders.igpt.operation.IgptErrors;
import io.camelproviders.igpt.operation.IgptOperations;
import io.camelproviders.igpt.operation.IgptProtocol;
import io.camelproviders.igpt.stream.IgptEvent;
import io.camelproviders.igpt.stream.IgptStreaming;
import io.camelproviders.igpt.stream.StreamLimits;
import io.camelproviders.support.component.ProviderComponent;
import io.camelproviders.support.component.StreamingOperation;
import io.camelproviders.support.endpoint.OperationEndpoint;
import java.util.List;
import java.util.Map;
import org.apache.camel.Category;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.jspecify.annotations.Nullable;

/** Ask iGPT about connected data sources: answers, runs, searches and their live streams. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "igpt",
        title = "iGPT",
        syntax = "igpt:operation",
        category = {Category.AI, Category.SEARCH, Category.API},
        headersClass = IgptConstants.class)
public class IgptEndpoint extends OperationEndpoint {

    /** Fields in which lists have been seen, by operation. */
    private static final Map<String, String> ITEMS =
            Map.of(IgptOperations.SEARCH.name(), "results", IgptOperations.DATASOURCES_LIST.name(), "datasources");

    @UriPath(
            enums = "recall/ask,recall/run,recall/search,datasources/list,datasources/disconnect,"
                    + "connectors/authorize",
            description = "The operation: resource/operation, recall/ask for example.")
    @Metadata(required = true)
    private final String operation;

    @UriParam
    private IgptConfiguration configuration = new IgptConfiguration();

    private @Nullable OutputFormatOption form;

    IgptEndpoint(String uri, ProviderComponent component, Operation operation) {
        super(uri, component, operation);
        this.operation = operation.name();
    }

    /** Canonical name of the operation. */
    public String getOperation() {
        return operation;
    }

    @Override
    public IgptConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(IgptConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public String headerPrefix() {
        return IgptConstants.PREFIX;
    }

    @Override
    protected String defaultBaseUrl() {
        return "https://api.igpt.ai/v1";
    }

    @Override
    protected ProviderProtocol newProtocol(Secrets secrets) {
        return new IgptProtocol(configuration.getApiKey(), Json.standard());
    }

    @Override
    protected void check() {
        super.check();
        requiredProperty(
                configuration.getApiKey(),
                "apiKey is missing; set camel.component.igpt.api-key, or apiKey on the component or endpoint");
        form();
    }

    // ---- Calls ----

    @Override
    public OperationCall prepare(OperationCall call) {
        Map<String, Object> body = call.body();
        Object user = body == null ? null : body.get("user");
        if (user == null || user.toString().isBlank()) {
            throw new InvalidRequestException(
                    ErrorDetails.builder("user is missing; set it in the endpoint option user, the header "
                                    + IgptConstants.USER + ", the field user of an object as message body, or"
                                    + " camel.component.igpt.user. Nothing was sent")
                            .provider(scheme())
                            .operation(operation)
                            .code(IgptErrors.PARAMS)
                            .build());
        }
        return operation().streams() ? form().asked(call) : call;
    }

    @Override
    public CallResult received(OperationCall call, CallResult result) {
        return operation().streams() ? form().received(call, result) : result;
    }

    /** The provider does not say whether its lists are bare or stand in an object; both are known. */
    @Override
    public @Nullable Object itemsIn(@Nullable Object answer) {
        Object list = answer instanceof Map<?, ?> map ? map.get(ITEMS.get(operation)) : null;
        return list instanceof List<?> ? list : answer;
    }

    @Override
    public String errorWord(ProviderException failure) {
        return IgptErrors.word(failure);
    }

    @Override
    public Object errorBody(ProviderException failure) {
        return IgptErrors.toMap(failure);
    }

    // ---- Streamed answers ----

    @Override
    public StreamingOperation<IgptEvent> newAnswers(OperationClient client) {
        IgptStreaming answers = new IgptStreaming(transport(), client, Json.standard(), scheduler());
        return new IgptStreamingOperation(this, answers, form());
    }

    StreamLimits limits(Timeouts timeouts) {
        return new StreamLimits(
                timeouts,
                configuration.getMaxLineBytes(),
                configuration.getMaxEventBytes(),
                configuration.getMaxResponseBytes());
    }

    private Secrets secrets() {
        String key = configuration.getApiKey();
        return key == null ? Secrets.of() : Secrets.of(key.strip());
    }

    private OutputFormatOption form() {
        OutputFormatOption known = form;
        if (known == null) {
            boolean pinned = uriValue("outputFormat") != null || uriValue("outputClass") != null;
            known = OutputFormatOption.of(configuration, pinned, getCamelContext(), secrets());
            form = known;
        }
        return known;
    }
}
