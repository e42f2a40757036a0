/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.core.streaming.OperationStreamingRetry;
import io.camelproviders.core.streaming.StreamingRetry;
import io.camelproviders.support.config.ProviderConfiguration;
import io.camelproviders.support.config.StreamMode;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The endpoint of a provider some of whose operations answer in chunks. */
public abstract class StreamingEndpoint extends ProviderEndpoint {

    /** What {@code delay} and {@code scheduler} are when nobody set them. */
    private static final long CAMELS_DELAY = 500;

    private static final String NO_SCHEDULER = "none";

    protected StreamingEndpoint(String uri, ProviderComponent component, Operation operation) {
        super(uri, component, operation);
    }

    // ---- What a provider adds ----

    /**
     * The streamed answers of this endpoint's operation; asked for only if it {@link #answersInChunks}.
     *
     * @param client makes requests and reads ordinary answers; repeats nothing: the retry of each call does
     */
    public StreamingOperation<?> newAnswers(OperationClient client) {
        throw new IllegalStateException(operation().name() + " does not stream its response");
    }

    /** Whether answers are streamed: where the row may and {@code stream=true}. Override for rows that only stream. */
    public boolean answersInChunks() {
        return operation().streams() && getConfiguration().isStream();
    }

    // ---- What a provider may use ----

    /** When to ask again, by the retries of the call or else the options, and by the operation's retry safety. */
    public StreamingRetry retry(OptionalInt maxRetries) {
        ProviderConfiguration options = getConfiguration();
        RetrySafety repeat =
                options.isRetryUnsafe() ? RetrySafety.SAFE : operation().repeat();
        String origin = HttpRequest.origin(URI.create(baseUrl().origin()));
        return new OperationStreamingRetry(
                retryPolicy(maxRetries),
                repeat,
                options.isRetryStream(),
                runtime().budget(),
                origin);
    }

    /** Waits between two attempts. */
    protected Scheduler scheduler() {
        return runtime().scheduler();
    }

    /** Threads that run routes behind consumers. */
    protected Executor routes() {
        return runtime().consumerPool();
    }

    /** The call with everything bound, from an exchange; first removes the response headers of earlier calls from it. */
    protected OperationCall bound(Exchange exchange) {
        clearResponseHeaders(exchange.getMessage());
        return bound(new ExchangeCallInputs(this, exchange));
    }

    @Override
    protected void check() {
        super.check();
        if (uriOption("streamTo") && (!answersInChunks() || streamMode() == StreamMode.ITERATOR)) {
            throw new IllegalArgumentException(
                    "streamTo needs stream=true, an operation that streams, and streamMode=aggregate");
        }
    }

    // ---- For producers and consumers ----

    /** Whether the route's author said how often to ask. */
    protected boolean scheduled() {
        Object scheduler = getScheduler();
        boolean delayed = getDelay() > 0 && getDelay() != CAMELS_DELAY;
        return uriOption("delay") || delayed || (scheduler != null && !NO_SCHEDULER.equals(scheduler));
    }

    /** The call with everything bound, from an exchange. */
    public OperationCall bound(ExchangeCallInputs inputs) {
        return prepare(newBinder().bind(operation(), inputs));
    }

    /**
     * The timeouts of a streamed answer. One that nobody can slow down also has a total one, {@code requestTimeout};
     * where a route takes it chunk by chunk, silence alone is bounded.
     */
    public Timeouts timeouts(OperationCall call, boolean chunkByChunk) {
        ProviderConfiguration options = getConfiguration();
        Duration own = call.requestTimeout();
        Duration whole = own == null ? requestTimeout() : own;
        Duration first = Duration.ofMillis(options.getFirstChunkTimeout());
        return new Timeouts(
                Duration.ofMillis(options.getConnectTimeout()),
                first.compareTo(whole) < 0 ? first : whole,
                chunkByChunk ? null : whole,
                first,
                Duration.ofMillis(options.getReadIdleTimeout()));
    }

    /** The mode that the options give; null if they leave it to the default. */
    @Nullable
    public StreamMode streamMode() {
        return getConfiguration().getStreamMode();
    }
}
