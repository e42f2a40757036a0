/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.camel;

import io.camelproviders.common.answer.AnswerRetry;
import io.camelproviders.common.answer.StreamRetry;
import io.camelproviders.common.http.Deadlines;
import io.camelproviders.common.operation.BoundCall;
import io.camelproviders.common.operation.Operation;
import io.camelproviders.common.operation.Operation.Role;
import io.camelproviders.common.operation.OperationClient;
import io.camelproviders.common.retry.Repeat;
import io.camelproviders.common.retry.Sleeper;
import java.time.Duration;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.jspecify.annotations.Nullable;

/** The endpoint of a provider some of whose operations answer in chunks. */
public abstract class AnswerEndpoint extends ProviderEndpoint {

    /** What {@code delay} is when nobody set it. */
    private static final long CAMELS_DELAY = 500;

    protected AnswerEndpoint(String uri, ProviderComponent component, Operation operation) {
        super(uri, component, operation);
    }

    // ---- What a provider adds ----

    /**
     * The streamed answers of this endpoint's operation; asked for only if it {@link #answersInChunks}.
     *
     * @param client makes requests and reads ordinary answers; repeats nothing, see {@link #answerRetry}
     */
    protected abstract StreamedAnswers<?> newAnswers(OperationClient client);

    /** Whether answers are streamed: where the row may and {@code stream=true}. Override for rows that only stream. */
    protected boolean answersInChunks() {
        return operation().streams() && getConfiguration().isStream();
    }

    // ---- What a provider may use ----

    /** When to ask again, by the options and the row's class. */
    protected AnswerRetry answerRetry() {
        ProviderConfiguration options = getConfiguration();
        Repeat repeat = options.isRetryUnsafe() ? Repeat.SAFE : operation().repeat();
        return new StreamRetry(options.retryPolicy(), repeat, options.isRetryStream());
    }

    /**
     * The deadlines of a streamed answer. An answer that nobody else can slow down also has a total one,
     * {@code requestTimeout}; where a route takes it chunk by chunk, silence alone is bounded.
     */
    protected Deadlines answerDeadlines(BoundCall call) {
        ProviderConfiguration options = getConfiguration();
        Duration own = call.requestTimeout();
        Duration whole = own == null ? requestTimeout() : own;
        Duration first = Duration.ofMillis(options.getFirstChunkTimeout());
        Duration head = first.compareTo(whole) < 0 ? first : whole;
        boolean unhindered = options.getStreamMode() != StreamMode.ITERATOR && options.getStreamTo() == null;
        return new Deadlines(
                Duration.ofMillis(options.getConnectTimeout()),
                head,
                unhindered ? whole : null,
                first,
                Duration.ofMillis(options.getReadIdleTimeout()));
    }

    /** Waits between two attempts. */
    protected Sleeper sleeper() {
        return runtime().sleeper();
    }

    // ---- What Camel asks for ----

    @Override
    public Producer createProducer() throws Exception {
        return answersInChunks() && operation().can(Role.PRODUCER) ? new AnswerProducer(this) : super.createProducer();
    }

    @Override
    protected Consumer newConsumer(Processor processor) throws Exception {
        if (!operation().streams() || !operation().can(Role.POLLING_CONSUMER)) {
            return super.newConsumer(processor);
        }
        if (operation().repeat() != Repeat.SAFE && !scheduled()) {
            throw new IllegalArgumentException(operation().name() + " costs something each time it is asked, so it has no"
                    + " default schedule: say how often with delay=1h, or with scheduler=quartz&scheduler.cron=...");
        }
        return new AnswerConsumer(this, processor);
    }

    private boolean scheduled() {
        return uriOption("delay") || uriOption("scheduler") || getScheduler() != null || getDelay() != CAMELS_DELAY;
    }

    /** The call with everything bound, from an exchange. */
    BoundCall bound(ExchangeInputs inputs) {
        return prepare(newBinder().bind(operation(), inputs));
    }

    /** The mode that the options give; null if they leave it to the default. */
    @Nullable
    StreamMode streamMode() {
        return getConfiguration().getStreamMode();
    }
}
