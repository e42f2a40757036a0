/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.http.HttpSettings;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.ProviderProtocol;
import io.camelproviders.core.operation.Secrets;
import io.camelproviders.qgpt.model.Conversations.ConversationMessages;
import io.camelproviders.qgpt.model.Questions.QgptPromptPipeline;
import io.camelproviders.qgpt.operation.PiecesTransport;
import io.camelproviders.qgpt.operation.QgptOperations;
import io.camelproviders.qgpt.operation.QgptProtocol;
import io.camelproviders.qgpt.operation.QgptRequestBodies;
import io.camelproviders.qgpt.stream.QgptEvent;
import io.camelproviders.qgpt.stream.QgptQuestion;
import io.camelproviders.qgpt.stream.QgptStreaming;
import io.camelproviders.support.component.ProviderComponent;
import io.camelproviders.support.component.StreamingOperation;
import io.camelproviders.support.endpoint.OperationEndpoint;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.EventDrivenPollingConsumer;
import org.jspecify.annotations.Nullable;

/** Ask the on-device copilot of Pieces OS: questions, relevance, hints and one shared stream of answers. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "qgpt",
        title = "QGPT",
        syntax = "qgpt:operation",
        category = {Category.AI, Category.SEARCH, Category.API},
        headersClass = QgptConstants.class)
public class QgptEndpoint extends OperationEndpoint implements MultipleConsumersSupport {

    /** Options that count on the component alone, with their keys in its configuration. */
    private static final Map<String, String> OF_THE_SOCKET = Map.of(
            "pingInterval", "ping-interval",
            "reconnectDelay", "reconnect-delay",
            "maxReconnectDelay", "max-reconnect-delay",
            "maxEventBytes", "max-event-bytes");

    @UriPath(
            enums = "hints,question,relevance,reprompt,persons/related,stream,conversations/stream,connect,"
                    + "models,conversations/create,conversations/retrieve,conversations/messages,"
                    + "messages/retrieve",
            description = "The operation: question, stream or conversations/stream for example.")
    @Metadata(required = true)
    private final String operation;

    @UriParam
    private QgptConfiguration configuration = new QgptConfiguration();

    private boolean tells;

    QgptEndpoint(String uri, ProviderComponent component, Operation operation) {
        super(uri, component, operation);
        this.operation = operation.name();
    }

    /** Canonical name of the operation. */
    public String getOperation() {
        return operation;
    }

    @Override
    public QgptConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(QgptConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public QgptComponent getComponent() {
        return (QgptComponent) super.getComponent();
    }

    @Override
    public String headerPrefix() {
        return QgptConstants.PREFIX;
    }

    @Override
    protected String defaultBaseUrl() {
        return PiecesTransport.SOMEWHERE;
    }

    /** Where the server is; as long as it is not known, that it is on this machine. */
    @Override
    public String getServiceUrl() {
        String given = configuration.getBaseUrl();
        return given == null ? "http://localhost" : given;
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    @Override
    protected ProviderProtocol newProtocol(Secrets secrets) {
        return new QgptProtocol(Json.standard(), configuration.getApplicationId());
    }

    /** Given on this very endpoint, InOnly means: ask and do not wait. A message's own pattern does not matter. */
    @Override
    public void setExchangePattern(ExchangePattern exchangePattern) {
        super.setExchangePattern(exchangePattern);
        tells = exchangePattern == ExchangePattern.InOnly;
    }

    @Override
    protected void check() {
        super.check();
        configuration.check();
        if (socket()) {
            checkSharing();
        }
        checkConnection();
        if (configuration.getPipeline() != null) {
            QgptPromptPipeline unused = QgptPromptPipeline.named(configuration.getPipeline());
        }
    }

    private boolean socket() {
        return operation.equals(QgptOperations.STREAM) || operation.equals(QgptOperations.CONVERSATIONS_STREAM);
    }

    private void checkSharing() {
        OF_THE_SOCKET.forEach((option, key) -> {
            if (uriValue(option) != null) {
                throw new IllegalArgumentException(option + " belongs to the socket that all endpoints share; set"
                        + " camel.component.qgpt." + key + ", or " + option + " on the component");
            }
        });
        if (configuration.getMaxReconnects() >= 0) {
            throw new IllegalArgumentException(
                    "maxReconnects cannot be used with " + operation + ": its socket is connected again without end;"
                            + " remove it, a question waits for a connection no longer than connectTimeout");
        }
    }

    private void checkConnection() {
        boolean found = configuration.getBaseUrl() == null;
        if (found && configuration.getProxyHost() != null) {
            throw new IllegalArgumentException("proxyHost is for a server elsewhere, so baseUrl must be set too; a"
                    + " Pieces OS of this machine is looked for and reached without a proxy");
        }
        if (socket() && configuration.getProxyHost() != null && configuration.getProxyAuthUsername() != null) {
            throw new IllegalArgumentException("proxyAuthUsername cannot be used with " + operation
                    + ": its WebSocket cannot log in to a proxy; remove it, or use a proxy without log-in");
        }
        if (socket() && !found && configuration.getX509HostnameVerifier() != null) {
            throw new IllegalArgumentException("x509HostnameVerifier cannot be used with " + operation
                    + ": its WebSocket always checks the names in the certificate; remove it, and give the server a"
                    + " certificate with the name that baseUrl holds");
        }
    }

    // ---- Calls ----

    @Override
    public HttpTransport transport() {
        return new PiecesTransport(bareTransport(), link().locator());
    }

    HttpTransport bareTransport() {
        return super.transport();
    }

    @Override
    public OperationCall prepare(OperationCall call) {
        Map<String, Object> body = call.body();
        if (body == null) {
            return call;
        }
        Map<String, Object> whole =
                QgptRequestBodies.withOptions(operation, body, configuration.getPipeline(), configuration.pathList());
        whole = operation.equals(QgptOperations.STREAM)
                ? QgptRequestBodies.stream(whole)
                : QgptRequestBodies.complete(operation, whole);
        if (operation.equals(QgptOperations.STREAM) && !asks(whole)) {
            throw new InvalidRequestException(ErrorDetails.builder("query is missing; set it in the endpoint"
                            + " option query, the header " + QgptConstants.QUERY
                            + ", a text as message body, or a question or relevance object as message body."
                            + " Nothing was sent")
                    .provider(scheme())
                    .operation(operation)
                    .build());
        }
        return new OperationCall(
                call.operation(),
                call.path(),
                call.query(),
                whole,
                call.headers(),
                call.idempotencyKey(),
                call.requestId(),
                call.requestTimeout());
    }

    private static boolean asks(@Nullable Map<String, Object> message) {
        if (message == null) {
            return false;
        }
        Object input = message.containsKey("question") ? message.get("question") : message.get("relevance");
        boolean query = input instanceof Map<?, ?> fields && fields.get("query") != null;
        return query || message.containsKey("stop") || message.containsKey("reset");
    }

    /** Messages in the order of the talk; the provider sends them in none. */
    @Override
    public CallResult received(OperationCall call, CallResult result) {
        if (!(result.value() instanceof ConversationMessages talk)) {
            return result;
        }
        ConversationMessages sorted =
                new ConversationMessages(talk.inOrder(), talk.indices(), talk.additionalProperties());
        return new CallResult(
                sorted, result.page(), result.head(), result.requestId(), result.attempts(), result.attributes());
    }

    /** Messages one by one, in the order of the talk. */
    @Override
    public @Nullable Object itemsIn(@Nullable Object answer) {
        return answer instanceof ConversationMessages talk ? talk.iterable() : answer;
    }

    // ---- The shared socket ----

    PiecesConnection link() {
        return getComponent().link(this);
    }

    QgptStreaming answers() {
        return new QgptStreaming(link().socket(), scheduler(), configuration.getMaxResponseBytes());
    }

    QgptQuestion question(Exchange exchange) {
        return question(bound(exchange));
    }

    QgptQuestion question(OperationCall call) {
        Map<String, Object> message = call.body() == null ? new LinkedHashMap<>() : call.body();
        return new QgptQuestion(
                message,
                Duration.ofMillis(configuration.getFirstChunkTimeout()),
                Duration.ofMillis(configuration.getReadIdleTimeout()),
                Duration.ofMillis(configuration.getConnectTimeout()),
                configuration.isRecover());
    }

    Scheduler waits() {
        return scheduler();
    }

    Executor routePool() {
        return routes();
    }

    /** How servers are reached. */
    HttpSettings connection() {
        return httpSettings();
    }

    /** Client for what a consumer fetches beside its stream. */
    OperationClient fetcher() {
        return newClient();
    }

    // ---- What Camel asks for ----

    @Override
    public boolean answersInChunks() {
        return operation().streams();
    }

    @Override
    public StreamingOperation<QgptEvent> newAnswers(OperationClient client) {
        return new QgptStreamingOperation(this, answers());
    }

    @Override
    public Producer createProducer() throws Exception {
        return operation.equals(QgptOperations.STREAM) && tells
                ? new FireAndForgetProducer(this)
                : super.createProducer();
    }

    @Override
    protected Consumer newConsumer(Processor processor) throws Exception {
        switch (operation) {
            case QgptOperations.STREAM -> {
                return new QgptAnswerConsumer(this, processor);
            }
            case QgptOperations.CONVERSATIONS_STREAM -> {
                return new ConversationsConsumer(this, processor);
            }
            default -> {
                return super.newConsumer(processor);
            }
        }
    }

    /** What a socket tells is queued until it is taken, at most once as everywhere on a socket. */
    @Override
    public PollingConsumer createPollingConsumer() throws Exception {
        if (!socket()) {
            return super.createPollingConsumer();
        }
        EventDrivenPollingConsumer polling = new EventDrivenPollingConsumer(this, getPollingConsumerQueueSize());
        polling.setBlockWhenFull(isPollingConsumerBlockWhenFull());
        polling.setBlockTimeout(getPollingConsumerBlockTimeout());
        return polling;
    }

    @Override
    public boolean isMultipleConsumersSupported() {
        return operation.equals(QgptOperations.STREAM);
    }
}
