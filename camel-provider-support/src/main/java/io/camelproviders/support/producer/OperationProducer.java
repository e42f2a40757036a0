/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.RequestBinder;
import io.camelproviders.core.paging.PageInfo;
import io.camelproviders.core.paging.PageIterator;
import io.camelproviders.core.paging.PageWalker;
import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.support.component.ExchangeCallInputs;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.config.PagingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
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
 * hand-over pool. Whatever fails, binding included, leaves by the same door. A call whose exchange ends before it is
 * cancelled, and its connection closed at once.
 */
public final class OperationProducer extends DefaultAsyncProducer {

    private final ProviderEndpoint endpoint;
    private final Operation operation;
    private final ResponseWriter writer;
    private final CallFailures failures;
    private final RequestBinder binder;
    private final Map<Long, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private @Nullable OperationClient client;
    private @Nullable KeyedCalls keyed;

    public OperationProducer(ProviderEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.operation = endpoint.operation();
        this.writer = new ResponseWriter(endpoint);
        this.failures = new CallFailures(endpoint, writer);
        this.binder = endpoint.newBinder();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = endpoint.newClient();
        keyed = new KeyedCalls(endpoint);
    }

    /** Calls that are still under way end as aborted, and their connections with them. */
    @Override
    protected void doStop() throws Exception {
        underWay.values().forEach(call -> call.cancel(true));
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        endpoint.clearResponseHeaders(exchange.getMessage());
        CompletableFuture<CallResult> call;
        try {
            call = call(exchange);
        } catch (RuntimeException e) {
            call = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<CallResult> running = call;
        long number = calls.incrementAndGet();
        underWay.put(number, running);
        ExchangeCancellation ended = ExchangeCancellation.watch(exchange, () -> running.cancel(true));
        CompletableFuture<?> unused = running.whenComplete((result, failure) -> {
            underWay.remove(number);
            endpoint.runtime().stayOrGoOn(() -> {
                ended.forget();
                if (!ended.over()) {
                    forgetKey(exchange);
                    finish(exchange, result, failure);
                }
                callback.done(false);
            });
        });
        return false;
    }

    // ---- The call ----

    private CompletableFuture<CallResult> call(Exchange exchange) {
        ExchangeCallInputs inputs = new ExchangeCallInputs(endpoint, exchange);
        OperationCall bound = endpoint.prepare(binder.bind(operation, inputs));
        OperationClient with = client(inputs.maxRetries());
        PagingMode mode = endpoint.getConfiguration().getPaging();
        if (operation.paged() && mode == PagingMode.ITERATOR) {
            return CompletableFuture.completedFuture(iterator(exchange, bound, with));
        }
        if (operation.paged() && mode == PagingMode.ALL && !bound.query().containsKey("page")) {
            return all(bound, with);
        }
        // The first page is asked for by its number, as the providers' own SDKs do.
        OperationCall one =
                operation.paged() && !bound.query().containsKey("page") ? bound.withQuery("page", "1") : bound;
        return received(
                one,
                operation.repeat() == RetrySafety.KEYED
                        ? keyed().call(exchange, one, inputs.keyFromHeader(), with)
                        : with.call(one, decoder()));
    }

    private CompletableFuture<CallResult> received(OperationCall bound, CompletableFuture<CallResult> call) {
        CompletableFuture<CallResult> result = call.thenApply(answer -> endpoint.received(bound, answer));
        return Futures.cancelling(result, call);
    }

    private CompletableFuture<CallResult> all(OperationCall bound, OperationClient with) {
        CompletableFuture<List<Object>> walk = walker(bound, with).all();
        return Futures.cancelling(
                walk.thenApply(items -> listed(new ProviderList<>(items), items.size(), bound)), walk);
    }

    private static CallResult listed(Object value, @Nullable Integer total, OperationCall bound) {
        PageInfo info = new PageInfo(null, null, total, null, false);
        return new CallResult(value, info, new ResponseHead(200, List.of()), bound.requestId(), 1, Map.of());
    }

    private CallResult iterator(Exchange exchange, OperationCall bound, OperationClient with) {
        PageIterator<Object> items =
                new PageIterator<>(with.pages(bound, decoder()), endpoint::itemId, PageWalker.DEFAULT_MAX_PAGES);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                items.close();
            }
        });
        return listed(items, null, bound);
    }

    private PageWalker<Object> walker(OperationCall bound, OperationClient with) {
        return new PageWalker<>(
                with.pages(bound, decoder()),
                endpoint::itemId,
                endpoint.getConfiguration().getMaxItems(),
                PageWalker.DEFAULT_MAX_PAGES);
    }

    // ---- Its end ----

    /** A key in a header is good for one call, also for one that failed: Camel's redelivery puts it back. */
    private void forgetKey(Exchange exchange) {
        if (operation.repeat() == RetrySafety.KEYED) {
            exchange.getMessage().removeHeader(endpoint.headerPrefix() + "IdempotencyKey");
        }
    }

    private void finish(Exchange exchange, @Nullable CallResult result, @Nullable Throwable failure) {
        if (result != null && failure == null) {
            writer.write(exchange.getMessage(), result);
        } else {
            failures.put(exchange, failure);
        }
    }

    /** Answers are decoded where the exchange goes on, never on an I/O thread. */
    private Executor decoder() {
        return endpoint.runtime().producerPool();
    }

    private OperationClient client(OptionalInt maxRetries) {
        return maxRetries.isEmpty() ? client() : endpoint.newClient(maxRetries);
    }

    private OperationClient client() {
        return Objects.requireNonNull(client, "the producer is not started");
    }

    private KeyedCalls keyed() {
        return Objects.requireNonNull(keyed, "the producer is not started");
    }
}
