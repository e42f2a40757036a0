/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.paging.Page;
import io.camelproviders.core.retry.RetryAfter;
import io.camelproviders.core.retry.RetrySafety;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Bound call → request → transport → decoder. Holds no state; thread-safe; blocks nowhere. Every failure of a returned
 * future is a {@link ProviderException} that tells provider, operation, status, request id and attempts.
 */
public final class OperationClient {

    private static final String JAVA_SERIALIZED = "application/x-java-serialized-object";

    private final HttpTransport transport;
    private final ProviderProtocol protocol;
    private final Json json;
    private final Settings settings;
    private final ResponseReader results;

    public OperationClient(HttpTransport transport, ProviderProtocol protocol, Json json, Settings settings) {
        this.transport = transport;
        this.protocol = protocol;
        this.json = json;
        this.settings = settings;
        this.results = new ResponseReader(json);
    }

    /** Sends a call and decodes its response on the transport's thread; for small responses. */
    public CompletableFuture<CallResult> call(OperationCall call) {
        return call(call, Runnable::run);
    }

    /**
     * Sends a call and decodes its response on the given executor. Cancelling the future closes the connection at once.
     *
     * @return a future that fails with a {@link ProviderException}, also when the request cannot be made at all
     */
    public CompletableFuture<CallResult> call(OperationCall call, Executor decoder) {
        OperationCall complete = keyed(call);
        CompletableFuture<HttpResponse> sent;
        try {
            sent = transport.call(request(complete));
        } catch (ProviderException e) {
            return CompletableFuture.failedFuture(withContext(complete, e, null));
        }
        CompletableFuture<CallResult> result = new CompletableFuture<>();
        CompletableFuture<?> decoded =
                sent.whenCompleteAsync((response, failure) -> complete(result, complete, response, failure), decoder);
        // An executor that refuses work must not leave the caller waiting; after a decoding this changes nothing.
        CompletableFuture<?> unused = decoded.whenComplete((response, failure) -> {
            if (failure != null) {
                result.completeExceptionally(named(complete, failure));
            }
        });
        CompletableFuture<?> unusedToo = result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                sent.cancel(true);
            }
        });
        return result;
    }

    /**
     * A list operation as a function from page number (from 1) to page, for a page walker or iterator. Each page but the
     * first has a request id of its own.
     *
     * @param call the call without its page number
     * @param decoder where responses are decoded
     */
    public IntFunction<CompletableFuture<Page<Object>>> pages(OperationCall call, Executor decoder) {
        return page -> {
            OperationCall paged = call.withQuery("page", Integer.toString(page));
            return page(
                    page == 1 ? paged : paged.withRequestId(UUID.randomUUID().toString()), decoder);
        };
    }

    /** Calls a list operation for one page. */
    public CompletableFuture<Page<Object>> page(OperationCall call, Executor decoder) {
        CompletableFuture<CallResult> result = call(call, decoder);
        CompletableFuture<Page<Object>> page = result.thenApply(found -> new Page<>(items(found), found.page()));
        CompletableFuture<?> unused = page.whenComplete((value, failure) -> {
            if (page.isCancelled()) {
                result.cancel(true);
            }
        });
        return page;
    }

    /**
     * The request of a call, under its own deadline or the client's.
     *
     * @throws ProviderException if it cannot be written
     */
    public HttpRequest request(OperationCall call) {
        Duration own = call.requestTimeout();
        return request(call, Timeouts.call(settings.connectTimeout(), own == null ? settings.requestTimeout() : own));
    }

    /** The request of a call under other timeouts, those of a stream for example. */
    @SuppressWarnings("NullAway") // The body may be null; NullAway misses that on the array component of a record.
    public HttpRequest request(OperationCall call, Timeouts timeouts) {
        Operation operation = call.operation();
        String target = settings.baseUrl().withPrefix(protocol.pathPrefix())
                + PathTemplate.expand(operation.path(), call.path())
                + PathTemplate.query(call.query());
        Map<String, Object> body = call.body();
        return new HttpRequest(
                operation.method(),
                URI.create(target),
                protocol.headers(call),
                body == null ? null : json.bytes(body),
                timeouts,
                repeat(operation.repeat()),
                protocol.provider() + ":" + operation.name());
    }

    /**
     * Decodes a response, whatever its status.
     *
     * @throws ProviderException if it is an error or not what the operation promises
     */
    public CallResult read(OperationCall call, HttpResponse response) {
        if (!response.head().success()) {
            throw fault(call, response);
        }
        try {
            if (response.head().mediaType().equals(JAVA_SERIALIZED)) {
                throw new DecodeException(
                        ErrorDetails.of("the response is a serialized Java object; these are never read"));
            }
            ProviderProtocol.Decoded opened = protocol.decode(call, response);
            Object value = results.of(call.operation().result(), opened.payload());
            return new CallResult(
                    value,
                    opened.page(),
                    response.head(),
                    requestId(call, response),
                    response.attempts(),
                    opened.attributes());
        } catch (ProviderException e) {
            throw withContext(call, e, response);
        }
    }

    /** The exception for an error response: its class from the status, its details from the provider's protocol. */
    public ProviderException fault(OperationCall call, HttpResponse response) {
        ErrorDetails details;
        try {
            details = protocol.fault(call, response);
        } catch (ProviderException e) {
            // The protocol could not read the body; the status alone says what happened.
            details = ErrorDetails.of("HTTP " + response.status());
        }
        return withContext(
                call, StatusMapping.exception(response.status(), waiting(details, response.head())), response);
    }

    /**
     * A failure of a call that was found elsewhere, in a stream for example, with provider, operation and request id, and
     * without the secrets of the endpoint and of the call.
     */
    public ProviderException withContext(OperationCall call, ProviderException failure) {
        return withContext(call, failure, null);
    }

    private ProviderException withContext(
            OperationCall call, ProviderException failure, @Nullable HttpResponse response) {
        return new ErrorContext(protocol.provider(), call, settings.secrets()).add(failure, response);
    }

    /** What the head says about waiting, where the protocol found nothing. */
    private static ErrorDetails waiting(ErrorDetails details, ResponseHead head) {
        if (details.retryAfter() != null) {
            return details;
        }
        String date = head.header("Date").orElse(null);
        return head.header("Retry-After")
                .flatMap(value -> RetryAfter.parse(value, date, Clock.systemUTC()))
                .map(wait -> details.toBuilder().retryAfter(wait).build())
                .orElse(details);
    }

    /** Gives a call of a keyed operation an idempotency key if it has none. */
    OperationCall keyed(OperationCall call) {
        boolean needed = call.idempotencyKey() == null && protocol.keyed(call.operation());
        return needed ? call.withIdempotencyKey(UUID.randomUUID().toString()) : call;
    }

    private void complete(
            CompletableFuture<CallResult> result,
            OperationCall call,
            @Nullable HttpResponse response,
            @Nullable Throwable failure) {
        try {
            if (response == null) {
                result.completeExceptionally(named(call, failure));
            } else {
                result.complete(read(call, response));
            }
        } catch (ProviderException e) {
            result.completeExceptionally(e);
        } catch (RuntimeException e) {
            // An internal error must not leave the caller waiting.
            result.completeExceptionally(named(call, e));
        }
    }

    private ProviderException named(OperationCall call, @Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ProviderException e
                ? withContext(call, e, null)
                : withContext(
                        call,
                        new ProtocolException(ErrorDetails.of("the call broke off inside the client"), cause),
                        null);
    }

    private static String requestId(OperationCall call, HttpResponse response) {
        return response.head().header("X-Request-Id").orElse(call.requestId());
    }

    private RetrySafety repeat(RetrySafety safety) {
        return settings.retryUnsafe() && safety != RetrySafety.KEYED ? RetrySafety.SAFE : safety;
    }

    private static List<Object> items(CallResult result) {
        return result.value() instanceof List<?> items ? List.copyOf(items) : List.of();
    }

    /**
     * Settings of a client.
     *
     * @param baseUrl where the provider lives
     * @param connectTimeout timeout for establishing a connection
     * @param requestTimeout deadline of one attempt, body included; a call may bring its own
     * @param retryUnsafe whether paid and unsafe calls are repeated like safe ones
     * @param secrets values that no error text may hold
     */
    public record Settings(
            BaseUrl baseUrl, Duration connectTimeout, Duration requestTimeout, boolean retryUnsafe, Secrets secrets) {

        /** Settings that repeat nothing unsafe. */
        public Settings(BaseUrl baseUrl, Duration connectTimeout, Duration requestTimeout, Secrets secrets) {
            this(baseUrl, connectTimeout, requestTimeout, false, secrets);
        }
    }
}
