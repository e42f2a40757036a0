/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.streaming.ChunkIterator;
import io.camelproviders.core.streaming.StreamingResult;
import io.camelproviders.core.streaming.StreamingRetry;
import io.camelproviders.support.component.ExchangeCallInputs;
import io.camelproviders.support.component.StreamingEndpoint;
import io.camelproviders.support.component.StreamingOperation;
import io.camelproviders.support.config.StreamMode;
import io.camelproviders.support.producer.ResponseWriter;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the same question on a schedule. A streamed answer becomes one exchange a chunk, in order, the next one when the
 * one before is done; with {@code streamMode=aggregate}, or when it is not streamed, one exchange.
 *
 * <p>The scheduler's thread waits for the answer, so that no question overtakes the one before. When the consumer stops or
 * is suspended the answer is given up and its connection closed at once.
 */
public final class StreamingConsumer extends ScheduledPollConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(StreamingConsumer.class);
    private static final int BUFFERED_CHUNKS = 64;

    private final StreamingEndpoint endpoint;
    private final ResponseWriter writer;
    /** Gives up the answer under way. */
    private volatile @Nullable Runnable giveUp;

    public StreamingConsumer(StreamingEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.writer = new ResponseWriter(endpoint);
    }

    // ---- Life ----

    @Override
    protected void doSuspend() throws Exception {
        giveUp();
        super.doSuspend();
    }

    @Override
    protected void doStop() throws Exception {
        giveUp();
        super.doStop();
    }

    private void giveUp() {
        Runnable current = giveUp;
        if (current != null) {
            LOG.info("{} stops; the answer under way is given up", endpoint);
            current.run();
        }
    }

    private void underWay(Runnable stop) {
        giveUp = stop;
        if (!isPollAllowed()) {
            stop.run();
        }
    }

    // ---- A question ----

    @Override
    protected int poll() throws Exception {
        Exchange question = endpoint.createExchange();
        OperationCall call = endpoint.bound(new ExchangeCallInputs(endpoint, question));
        try {
            if (!endpoint.answersInChunks()) {
                return ordinary(call);
            }
            StreamingOperation<?> answers = endpoint.newAnswers(endpoint.newImpatientClient());
            return endpoint.streamMode() == StreamMode.AGGREGATE ? whole(answers, call) : chunks(answers, call);
        } finally {
            giveUp = null;
        }
    }

    private int ordinary(OperationCall call) throws Exception {
        CompletableFuture<CallResult> asked = endpoint.newClient().call(call, endpoint.decoder());
        CallResult result = endpoint.received(call, waitFor(asked));
        return emit(exchange -> writer.write(exchange.getMessage(), result));
    }

    private int whole(StreamingOperation<?> answers, OperationCall call) throws Exception {
        StreamingResult answer = waitFor(
                answers.ask(call, endpoint.timeouts(call, false), retry()).aggregate());
        Object body = answers.body(call, answer);
        return emit(exchange -> writer.write(exchange.getMessage(), body, answer, call.requestId()));
    }

    private <C> int chunks(StreamingOperation<C> answers, OperationCall call) throws Exception {
        int count = 0;
        Timeouts timeouts = endpoint.timeouts(call, true);
        try (ChunkIterator<C> chunks = answers.ask(call, timeouts, retry()).iterate(BUFFERED_CHUNKS)) {
            underWay(chunks::close);
            while (chunks.hasNext() && isPollAllowed()) {
                C chunk = chunks.next();
                count++;
                int number = count;
                emit(exchange -> {
                    answers.fill(exchange.getMessage(), chunk);
                    exchange.getMessage().setHeader(endpoint.headerPrefix() + "EventNumber", (long) number);
                });
            }
        }
        return count;
    }

    private StreamingRetry retry() {
        return endpoint.retry(OptionalInt.empty());
    }

    private <T> T waitFor(CompletableFuture<T> asked) throws InterruptedException {
        underWay(() -> asked.cancel(true));
        try {
            return Objects.requireNonNull(asked.get());
        } catch (CancellationException e) {
            throw new AbortedException(
                    ErrorDetails.builder("the answer was given up because the route stops")
                            .provider(endpoint.scheme())
                            .operation(endpoint.operation().name())
                            .build(),
                    e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProviderException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            asked.cancel(true);
            throw e;
        }
    }

    private int emit(java.util.function.Consumer<Exchange> fill) throws Exception {
        Exchange exchange = createExchange(true);
        fill.accept(exchange);
        getProcessor().process(exchange);
        if (exchange.getException() != null) {
            getExceptionHandler().handleException("Error processing exchange", exchange, exchange.getException());
        }
        return 1;
    }
}
