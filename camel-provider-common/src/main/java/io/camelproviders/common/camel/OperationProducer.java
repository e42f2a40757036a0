/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.camel;

import io.camelproviders.common.error.ErrorDetails;
import io.camelproviders.common.error.ProviderException;
import io.camelproviders.common.error.TransportException;
import io.camelproviders.common.json.ProviderList;
import io.camelproviders.common.operation.BoundCall;
import io.camelproviders.common.operation.CallResult;
import io.camelproviders.common.operation.Operation;
import io.camelproviders.common.operation.OperationClient;
import io.camelproviders.common.operation.PagedCalls;
import io.camelproviders.common.operation.RequestBinder;
import io.camelproviders.common.paging.PageInfo;
import io.camelproviders.common.paging.PageIterator;
import io.camelproviders.common.paging.PageWalker;
import io.camelproviders.common.retry.Repeat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * One call: exchange → bound call → request → transport → decoder → exchange. Serves every operation of every provider.
 *
 * <p>No thread waits while the provider thinks: {@code process} returns false, and the exchange goes on once, on the
 * hand-over pool. Whatever fails, binding included, leaves by the same door.
 */
public final class OperationProducer extends DefaultAsyncProducer {

    private final ProviderEndpoint endpoint;
    private final Operation operation;
    private final ResponseWriter writer;
    private final RequestBinder binder;
    private final Map<Long, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private @Nullable OperationClient client;
    private @Nullable CallKeys keys;

    public OperationProducer(ProviderEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.operation = endpoint.operation();
        this.writer = new ResponseWriter(endpoint.headerPrefix());
        this.binder = endpoint.newBinder();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = endpoint.newClient();
        keys = new CallKeys(endpoint.runtime().idempotencyKeys(), endpoint.getEndpointKey());
    }

    /** Calls that are still under way end as aborted, and their connections with them. */
    @Override
    protected void doStop() throws Exception {
        underWay.values().forEach(call -> call.cancel(true));
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<CallResult> call;
        try {
            call = call(exchange);
        } catch (RuntimeException e) {
            call = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<CallResult> running = call;
        long number = calls.incrementAndGet();
        underWay.put(number, running);
        CompletableFuture<?> unused = running.whenComplete((result, failure) -> {
            underWay.remove(number);
            handOver(() -> {
                finish(exchange, result, failure);
                callback.done(false);
            });
        });
        return false;
    }

    private void handOver(Runnable rest) {
        try {
            endpoint.runtime().producerPool().execute(rest);
        } catch (RejectedExecutionException | IllegalStateException e) {
            // The component stops: the exchange must end all the same, on this thread.
            log().debug("The hand-over pool is closed; the exchange ends on this thread", e);
            rest.run();
        }
    }

    private static org.slf4j.Logger log() {
        return org.slf4j.LoggerFactory.getLogger(OperationProducer.class);
    }

    // ---- The call ----

    private CompletableFuture<CallResult> call(Exchange exchange) {
        BoundCall bound = binder.bind(operation, new ExchangeInputs(endpoint, exchange));
        PagingMode mode = endpoint.getConfiguration().getPaging();
        if (operation.paged() && mode == PagingMode.ITERATOR) {
            return CompletableFuture.completedFuture(iterator(exchange, bound));
        }
        if (operation.paged() && mode == PagingMode.ALL && !bound.query().containsKey("page")) {
            return all(bound);
        }
        return operation.repeat() == Repeat.KEYED ? keyed(exchange, bound) : client().call(bound, decoder());
    }

    private CompletableFuture<CallResult> keyed(Exchange exchange, BoundCall bound) {
        BoundCall call = keys().keyed(exchange, bound);
        CompletableFuture<Void> echo = endpoint.echoedOn(call)
                .map(stream -> endpoint.runtime().ownMessages().sending(stream))
                .orElse(null);
        CompletableFuture<CallResult> result = client().call(call, decoder());
        // Dependents of a future run in any order: the exchange goes on behind this one, so that its offset is never
        // stored
        // before the id of its answer is known.
        CompletableFuture<CallResult> told = result.whenComplete((answer, failure) -> {
            if (failure == null) {
                keys().succeeded(exchange, bound);
                endpoint.echoedOn(call).ifPresent(stream -> endpoint.echoId(answer)
                        .ifPresent(id -> endpoint.runtime().ownMessages().sent(stream, id)));
            }
            if (echo != null) {
                echo.complete(null);
            }
        });
        CompletableFuture<?> unused = told.whenComplete((answer, failure) -> {
            if (told.isCancelled()) {
                result.cancel(true);
            }
        });
        return told;
    }

    private CompletableFuture<CallResult> all(BoundCall bound) {
        return walker(bound).all().thenApply(items -> listed(new ProviderList<>(items), items.size(), bound));
    }

    private static CallResult listed(Object value, @Nullable Integer total, BoundCall bound) {
        PageInfo info = new PageInfo(null, null, total, null, false);
        return new CallResult(
                value,
                info,
                new io.camelproviders.common.http.ResponseHead(200, java.util.List.of()),
                bound.requestId(),
                1,
                Map.of());
    }

    private CallResult iterator(Exchange exchange, BoundCall bound) {
        PageIterator<Object> items = new PageIterator<>(
                new PagedCalls(client(), bound, decoder()), endpoint::itemId, PageWalker.DEFAULT_MAX_PAGES);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                items.close();
            }
        });
        return listed(items, null, bound);
    }

    private PageWalker<Object> walker(BoundCall bound) {
        return new PageWalker<>(
                new PagedCalls(client(), bound, decoder()),
                endpoint::itemId,
                endpoint.getConfiguration().getMaxItems(),
                PageWalker.DEFAULT_MAX_PAGES);
    }

    // ---- Its end ----

    private void finish(Exchange exchange, @Nullable CallResult result, @Nullable Throwable failure) {
        if (result != null && failure == null) {
            writer.write(exchange.getMessage(), result);
            return;
        }
        ProviderException cause = cause(failure);
        if (!endpoint.getConfiguration().isThrowExceptionOnFailure()) {
            String word = cause.code().orElse(cause.getClass().getSimpleName());
            writer.error(exchange.getMessage(), endpoint.errorBody(cause), word, cause.status());
            return;
        }
        if (endpoint.getConfiguration().isHttpCause()) {
            HttpCause.under(cause, endpoint.getServiceUrl());
        }
        exchange.setException(cause);
    }

    private ProviderException cause(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ProviderException known) {
            return known;
        }
        ErrorDetails.Builder details = ErrorDetails.builder(
                        cause instanceof java.util.concurrent.CancellationException
                                ? "the call was cancelled because the route stops"
                                : "the call failed: " + cause)
                .provider(endpoint.scheme())
                .operation(operation.name());
        return cause instanceof java.util.concurrent.CancellationException
                ? new io.camelproviders.common.error.AbortedException(details.build(), cause)
                : new TransportException(details.build(), cause);
    }

    /** Answers are decoded where the exchange goes on, never on an I/O thread. */
    private Executor decoder() {
        return endpoint.runtime().producerPool();
    }

    private OperationClient client() {
        return java.util.Objects.requireNonNull(client, "the producer is not started");
    }

    private CallKeys keys() {
        return java.util.Objects.requireNonNull(keys, "the producer is not started");
    }
}
