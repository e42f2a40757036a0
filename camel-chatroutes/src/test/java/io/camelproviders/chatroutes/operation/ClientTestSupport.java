/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.chatroutes.model.Auth.Login;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.chatroutes.stream.ChatroutesChunkReader;
import io.camelproviders.chatroutes.stream.ChatroutesEvent;
import io.camelproviders.core.concurrent.ExecutorScheduler;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.AsyncHttpTransport;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpSettings;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.RetryingTransport;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.BaseUrl;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.RequestBinder;
import io.camelproviders.core.operation.Secrets;
import io.camelproviders.core.retry.RetryBudget;
import io.camelproviders.core.retry.RetryPolicy;
import io.camelproviders.core.sse.DataLineDecoder;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.streaming.HttpStreamingSource;
import io.camelproviders.core.streaming.StreamingCall;
import io.camelproviders.core.streaming.StreamingResult;
import io.camelproviders.core.streaming.StreamingRetry;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** All rooms put together as a component would, on a real socket. */
final class ClientTestSupport implements AutoCloseable {

    private static final Duration WAIT = Duration.ofSeconds(20);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorScheduler scheduler = new ExecutorScheduler(timer);
    private final AsyncHttpTransport http =
            new AsyncHttpTransport(HttpSettings.builder().build(), step -> new Thread(step, "test-io"), scheduler);
    private final RequestBinder binder = new RequestBinder("chatroutes", "CamelChatroutes", Json.standard());
    private final HttpTransport transport;
    private final OperationClient client;
    final TokenSource tokens;

    private ClientTestSupport(
            FakeChatroutesServer fake, ChatroutesProtocol protocol, @Nullable Login login, boolean retryUnsafe) {
        RetryPolicy policy = new RetryPolicy(3, Duration.ofMillis(5), 2, Duration.ofMillis(20), Duration.ofSeconds(60));
        RetryingTransport retrying = new RetryingTransport(
                http,
                policy,
                new RetryBudget(scheduler),
                scheduler,
                Clock.systemUTC(),
                RetryingTransport.Unsafe.AS_DECLARED,
                protocol::waitInBody);
        Secrets secrets = Secrets.of(FakeChatroutesServer.API_KEY);
        OperationClient.Settings settings =
                new OperationClient.Settings(BaseUrl.parse(fake.baseUrl(), false), WAIT, WAIT, retryUnsafe, secrets);
        OperationClient open = new OperationClient(retrying, protocol, Json.standard(), settings);
        tokens = new TokenSource(new HttpTokenCalls(open, login, secrets), scheduler);
        transport = new BearerTransport(retrying, tokens);
        client = new OperationClient(transport, protocol, Json.standard(), settings);
    }

    static ClientTestSupport withKey(FakeChatroutesServer fake) {
        return new ClientTestSupport(
                fake, ChatroutesProtocol.withApiKey(FakeChatroutesServer.API_KEY, Json.standard()), null, false);
    }

    static ClientTestSupport retryingUnsafe(FakeChatroutesServer fake) {
        return new ClientTestSupport(
                fake, ChatroutesProtocol.withApiKey(FakeChatroutesServer.API_KEY, Json.standard()), null, true);
    }

    static ClientTestSupport withLogin(FakeChatroutesServer fake, @Nullable Login login) {
        return new ClientTestSupport(fake, ChatroutesProtocol.withBearer(Json.standard()), login, false);
    }

    OperationCall bind(String operation, Map<String, Object> options, @Nullable Object body) {
        return binder.bind(ChatroutesOperations.TABLE.get(operation), new MapCallInputs(options, body));
    }

    CompletableFuture<CallResult> send(String operation, Map<String, Object> options, @Nullable Object body) {
        return client.call(bind(operation, options, body));
    }

    /** The answer, or the {@code ProviderException} of the call. */
    CallResult call(String operation, Map<String, Object> options, @Nullable Object body) {
        return joined(send(operation, options, body));
    }

    /** The value of an answer as this type. */
    <T> T value(Class<T> type, String operation, Map<String, Object> options, @Nullable Object body) {
        return Objects.requireNonNull(type.cast(call(operation, options, body).value()));
    }

    StreamingResult stream(String conversation, Object body) {
        return stream(conversation, body, WAIT);
    }

    StreamingResult stream(String conversation, Object body, Duration idle) {
        OperationCall call = bind("messages/stream", Map.of("conversationId", conversation), body);
        HttpStreamingSource source = new HttpStreamingSource(
                transport,
                () -> client.request(call, Timeouts.stream(WAIT, WAIT, WAIT, idle)),
                () -> DataLineDecoder.dataOnly(1024 * 1024, 4 * 1024 * 1024),
                head -> head.success() && head.mediaType().equals("text/event-stream"),
                scheduler);
        StreamingCall<Frame, ChatroutesEvent> asked = new StreamingCall<>(
                source,
                () -> new ChatroutesChunkReader(Json.standard(), response -> whole(call, response)),
                StreamingRetry.NEVER,
                scheduler,
                new StreamingCall.Label("chatroutes", "messages/stream"),
                1_000_000);
        return joined(asked.aggregate());
    }

    private @Nullable SendResult whole(OperationCall call, HttpResponse response) {
        return (SendResult) client.read(call, response).value();
    }

    static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.orTimeout(WAIT.toSeconds() * 2, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProviderException known) {
                throw known;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        http.close();
        timer.shutdownNow();
    }
}
