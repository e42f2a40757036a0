/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.streaming.ChunkIterator;
import io.camelproviders.core.streaming.StreamingResult;
import io.camelproviders.core.streaming.StreamingRetry;
import io.camelproviders.support.component.ExchangeCallInputs;
import io.camelproviders.support.component.StreamingEndpoint;
import io.camelproviders.support.component.StreamingOperation;
import io.camelproviders.support.config.StreamMode;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.spi.InternalProcessorFactory;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/**
 * Asks a question whose answer arrives in chunks: as a whole, as a whole with every chunk sent elsewhere as it comes, or as
 * an iterator.
 *
 * <p>No thread waits for an answer, and none for the exchange of a chunk; only who walks through an iterator holds one.
 * When the producer stops, everything under way ends as aborted and its connection is closed at once.
 */
public final class StreamingProducer extends DefaultAsyncProducer {

    private static final int BUFFERED_CHUNKS = 64;
    private static final String EXPIRED = "the exchange of this streamed response has ended, which closed it; read the"
            + " iterator in the same exchange, with split(body()).streaming() for example";

    private final StreamingEndpoint endpoint;
    private final ResponseWriter writer;
    private final CallFailures failures;
    private final Map<Long, Runnable> underWay = new ConcurrentHashMap<>();
    private final AtomicLong questions = new AtomicLong();
    private @Nullable StreamingOperation<?> answers;
    private @Nullable AsyncProducer chunkTarget;

    public StreamingProducer(StreamingEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.writer = new ResponseWriter(endpoint);
        this.failures = new CallFailures(endpoint, writer);
    }

    // ---- Life ----

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        answers = endpoint.newAnswers(endpoint.newImpatientClient());
        String streamTo = endpoint.getConfiguration().getStreamTo();
        if (streamTo != null) {
            chunkTarget = target(streamTo);
            ServiceHelper.startService(chunkTarget);
        }
    }

    /** Each chunk's exchange gets a unit of work of its own, so that it can end for itself. */
    private AsyncProducer target(String uri) throws Exception {
        InternalProcessorFactory factory = PluginHelper.getInternalProcessorFactory(endpoint.getCamelContext());
        return factory.createUnitOfWorkProducer(
                endpoint.getCamelContext().getEndpoint(uri).createAsyncProducer());
    }

    @Override
    protected void doStop() throws Exception {
        underWay.values().forEach(Runnable::run);
        ServiceHelper.stopService(chunkTarget);
        chunkTarget = null;
        super.doStop();
    }

    // ---- A question ----

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        endpoint.clearResponseHeaders(exchange.getMessage());
        try {
            ask(Objects.requireNonNull(answers, "the producer is not started"), exchange, callback);
        } catch (RuntimeException e) {
            endpoint.runtime().goOn(() -> {
                failures.put(exchange, e);
                callback.done(false);
            });
        }
        return false;
    }

    private <C> void ask(StreamingOperation<C> how, Exchange exchange, AsyncCallback callback) {
        ExchangeCallInputs inputs = new ExchangeCallInputs(endpoint, exchange);
        OperationCall call = endpoint.bound(inputs);
        StreamingRetry retry = endpoint.retry(inputs.maxRetries());
        AsyncProducer target = chunkTarget;
        if (endpoint.streamMode() == StreamMode.ITERATOR) {
            walk(how, call, retry, exchange, callback);
        } else if (target == null) {
            CompletableFuture<StreamingResult> whole =
                    how.ask(call, endpoint.timeouts(call, false), retry).aggregate();
            whole(how, call, exchange, callback, whole, () -> whole.cancel(true));
        } else {
            ChunkExchanges<C> chunks = new ChunkExchanges<>(endpoint, how, target, exchange);
            how.ask(call, endpoint.timeouts(call, true), retry).start(chunks);
            whole(how, call, exchange, callback, chunks.end(), chunks::cancel);
        }
    }

    private <C> void whole(
            StreamingOperation<C> how,
            OperationCall call,
            Exchange exchange,
            AsyncCallback callback,
            CompletableFuture<StreamingResult> whole,
            Runnable cancel) {
        long number = questions.incrementAndGet();
        underWay.put(number, cancel);
        ExchangeCancellation ended = ExchangeCancellation.watch(exchange, cancel);
        CompletableFuture<?> unused = whole.whenComplete((answer, failure) -> {
            underWay.remove(number);
            endpoint.runtime().goOn(() -> {
                ended.forget();
                if (!ended.over()) {
                    finish(how, call, exchange, answer, failure);
                }
                callback.done(false);
            });
        });
    }

    private <C> void finish(
            StreamingOperation<C> how,
            OperationCall call,
            Exchange exchange,
            @Nullable StreamingResult answer,
            @Nullable Throwable failure) {
        if (answer == null || failure != null) {
            failures.put(exchange, failure);
            return;
        }
        try {
            writer.write(exchange.getMessage(), how.body(call, answer), answer, call.requestId());
        } catch (RuntimeException e) {
            // What came is not what was asked for, or the provider's hook has a fault: the exchange ends with it.
            failures.put(exchange, e);
        }
    }

    /** The exchange goes on with the first chunk, so that a question that is refused fails here and not in the route. */
    private <C> void walk(
            StreamingOperation<C> how,
            OperationCall call,
            StreamingRetry retry,
            Exchange exchange,
            AsyncCallback callback) {
        ChunkIterator<C> chunks =
                how.ask(call, endpoint.timeouts(call, true), retry).iterate(BUFFERED_CHUNKS);
        long number = questions.incrementAndGet();
        underWay.put(number, chunks::abort);
        ExchangeCancellation ended = ExchangeCancellation.watch(exchange, chunks::abort);
        CompletableFuture<?> unused = chunks.begun().whenComplete((nothing, failure) -> {
            if (failure != null) {
                underWay.remove(number);
            }
            endpoint.runtime().walkOn(() -> {
                ended.forget();
                if (ended.over()) {
                    underWay.remove(number);
                    chunks.close();
                } else if (failure != null) {
                    failures.put(exchange, failure);
                } else {
                    chunks.closeWhen(() -> exchange.getException() != null);
                    writer.body(exchange.getMessage(), chunks);
                    exchange.getExchangeExtension().addOnCompletion(new Closing(() -> {
                        underWay.remove(number);
                        chunks.expire(EXPIRED);
                    }));
                }
                callback.done(false);
            });
        });
    }

    /** Ends what an exchange left open, however it ended. */
    private static final class Closing extends SynchronizationAdapter {
        private final Runnable close;

        Closing(Runnable close) {
            this.close = close;
        }

        @Override
        public void onDone(Exchange exchange) {
            close.run();
        }
    }
}
