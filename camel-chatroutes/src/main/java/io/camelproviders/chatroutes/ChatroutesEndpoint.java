/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import io.camelproviders.chatroutes.model.Auth.Login;
import io.camelproviders.chatroutes.model.Autobranch.SuggestBranches;
import io.camelproviders.chatroutes.operation.BearerTransport;
import io.camelproviders.chatroutes.operation.ChatroutesOperations;
import io.camelproviders.chatroutes.operation.ChatroutesProtocol;
import io.camelproviders.chatroutes.operation.HttpTokenCalls;
import io.camelproviders.chatroutes.operation.LoginProtocol;
import io.camelproviders.chatroutes.operation.TokenSource;
import io.camelproviders.chatroutes.stream.ChatroutesEvent;
import io.camelproviders.chatroutes.stream.ChatroutesStreaming;
import io.camelproviders.chatroutes.stream.StreamLimits;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.ProviderProtocol;
import io.camelproviders.core.operation.Secrets;
import io.camelproviders.support.component.ProviderComponent;
import io.camelproviders.support.component.StreamingOperation;
import io.camelproviders.support.endpoint.OperationEndpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Category;
import org.apache.camel.Message;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.jspecify.annotations.Nullable;

/** Branching conversations with many models through ChatRoutes: conversations, messages, branches, checkpoints. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "chatroutes",
        title = "ChatRoutes",
        syntax = "chatroutes:operation",
        category = {Category.AI, Category.CHAT, Category.API},
        headersClass = ChatroutesConstants.class)
public class ChatroutesEndpoint extends OperationEndpoint {

    /** How long a call that waits for a model may take, unless somebody chose a timeout. */
    private static final Duration MODEL_TIMEOUT = Duration.ofMinutes(10);

    /** Rows whose answer is a model's. */
    private static final Set<String> MODEL_ROWS = Set.of("messages/send", "messages/stream", "branches/send-message");

    @UriPath(
            enums = "conversations/create,conversations/list,conversations/get,conversations/update,"
                    + "conversations/delete,conversations/get-tree,messages/send,messages/stream,"
                    + "messages/list,messages/update,messages/delete,branches/list,branches/create,"
                    + "branches/fork,branches/update,branches/delete,branches/get-messages,"
                    + "branches/send-message,branches/merge,checkpoints/list,checkpoints/create,"
                    + "checkpoints/delete,checkpoints/recreate,autobranch/suggest-branches,autobranch/health,"
                    + "auth/register,auth/login,auth/me,auth/refresh-token,auth/logout",
            description = "The operation: resource/operation, messages/send for example.")
    @Metadata(required = true)
    private final String operation;

    @UriParam
    private ChatroutesConfiguration configuration = new ChatroutesConfiguration();

    ChatroutesEndpoint(String uri, ProviderComponent component, Operation operation) {
        super(uri, component, operation);
        this.operation = operation.name();
    }

    /** Canonical name of the operation. */
    public String getOperation() {
        return operation;
    }

    @Override
    public ChatroutesConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(ChatroutesConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public ChatroutesComponent getComponent() {
        return (ChatroutesComponent) super.getComponent();
    }

    @Override
    public String headerPrefix() {
        return ChatroutesConstants.PREFIX;
    }

    @Override
    protected String defaultBaseUrl() {
        return "https://api.chatroutes.com/api/v1";
    }

    @Override
    protected void check() {
        super.check();
        if (bearer()) {
            checkLogin();
        } else if (ChatroutesOperations.authorized(operation())) {
            requiredProperty(
                    configuration.getApiKey(),
                    "apiKey is missing; set camel.component.chatroutes.api-key, or apiKey on the component or endpoint,"
                            + " or use authMode=bearer");
        }
    }

    private void checkLogin() {
        if (configuration.getEmail() != null || configuration.getPassword() != null) {
            String advice = " is missing; authMode=bearer needs both email and password on the component or endpoint,"
                    + " or neither if a route calls chatroutes:auth/login";
            required(configuration.getEmail(), "email" + advice);
            required(configuration.getPassword(), "password" + advice);
        }
    }

    private boolean bearer() {
        return configuration.getAuthMode() == AuthMode.BEARER;
    }

    // ---- How it is called ----

    @Override
    protected Duration requestTimeout() {
        return MODEL_ROWS.contains(operation) && !configuration.requestTimeoutGiven()
                ? MODEL_TIMEOUT
                : super.requestTimeout();
    }

    @Override
    protected ProviderProtocol newProtocol(Secrets secrets) {
        return bearer()
                ? new LoginProtocol(
                        ChatroutesProtocol.withBearer(Json.standard()),
                        Json.standard(),
                        secrets,
                        account().watch())
                : new LoginProtocol(
                        ChatroutesProtocol.withApiKey(configuration.getApiKey(), Json.standard()),
                        Json.standard(),
                        secrets,
                        null);
    }

    /** Tokens are everybody's secrets who uses the account. */
    @Override
    protected Secrets newSecrets() {
        return bearer() ? account().secrets() : super.newSecrets();
    }

    @Override
    public HttpTransport transport() {
        return bearer() ? new BearerTransport(super.transport(), account().tokens()) : super.transport();
    }

    @Override
    protected Optional<Duration> waitInBody(HttpResponse answer) {
        return ChatroutesProtocol.withBearer(Json.standard()).waitInBody(answer);
    }

    /** Three settings are sent with every request for suggestions, also when the body is nothing but a text. */
    @Override
    public OperationCall prepare(OperationCall call) {
        if (!operation.equals("autobranch/suggest-branches") || call.body() == null) {
            return call;
        }
        OperationCall complete = call;
        for (Map.Entry<String, Object> usual :
                Json.standard().map(SuggestBranches.builder("").build()).entrySet()) {
            if (!call.body().containsKey(usual.getKey())) {
                complete = complete.withField(usual.getKey(), usual.getValue());
            }
        }
        return complete;
    }

    @Override
    public void fillItem(Message message, Object item) {
        ItemHeaders.write(message, item);
    }

    // ---- Streamed answers ----

    /** The one operation that streams does nothing else. */
    @Override
    public boolean answersInChunks() {
        return operation().streams();
    }

    @Override
    public StreamingOperation<ChatroutesEvent> newAnswers(OperationClient client) {
        ChatroutesStreaming answers =
                new ChatroutesStreaming(transport(), client, Json.standard(), scheduler(), newSecrets());
        return new ChatroutesStreamingOperation(this, answers);
    }

    StreamLimits limits(Timeouts timeouts) {
        return new StreamLimits(
                timeouts,
                configuration.getMaxLineBytes(),
                configuration.getMaxEventBytes(),
                configuration.getMaxResponseBytes());
    }

    // ---- Login ----

    private LoginSession account() {
        return getComponent().account(this);
    }

    LoginSession.Key accountKey() {
        return new LoginSession.Key(
                baseUrl().toString(), configuration.getEmail(), configuration.getPassword(), httpSettings());
    }

    LoginSession newAccount() {
        String email = configuration.getEmail();
        String password = configuration.getPassword();
        Secrets secrets = password == null ? Secrets.of() : Secrets.of(password);
        Login login = email == null || password == null ? null : new Login(email, password);
        HttpTokenCalls calls = new HttpTokenCalls(
                newClient(patient(super.transport()), ChatroutesProtocol.withBearer(Json.standard()), secrets),
                login,
                secrets);
        return new LoginSession(email, new TokenSource(calls, scheduler()), secrets);
    }

    // ---- How failures are told ----

    /** ChatRoutes' own form: {@code {success:false, error, message, ...}}. */
    @Override
    public Object errorBody(ProviderException failure) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", false);
        body.put("error", errorWord(failure));
        body.put("message", failure.details().message());
        put(body, "statusCode", failure.status() > 0 ? failure.status() : null);
        put(
                body,
                "retryAfter",
                failure.retryAfter()
                        .map(wait -> (wait.toMillis() + 999) / 1_000)
                        .orElse(null));
        if (failure.details().extra().get("details") instanceof String details) {
            put(body, "details", Json.standard().plain(details.getBytes(StandardCharsets.UTF_8)));
        }
        return body;
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
