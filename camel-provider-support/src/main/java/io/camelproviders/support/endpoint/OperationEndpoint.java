/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.endpoint;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Role;
import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.support.component.ProviderComponent;
import io.camelproviders.support.component.StreamingEndpoint;
import io.camelproviders.support.config.EmitMode;
import io.camelproviders.support.consumer.poll.ItemConsumer;
import io.camelproviders.support.consumer.poll.ItemPollingConsumer;
import io.camelproviders.support.consumer.stream.StreamConsumer;
import io.camelproviders.support.consumer.stream.StreamPollingConsumer;
import io.camelproviders.support.consumer.stream.StreamingConsumer;
import io.camelproviders.support.producer.OperationProducer;
import io.camelproviders.support.producer.StreamingProducer;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Consumer;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;

/**
 * One operation as a Camel endpoint: creates its producers and consumers and does nothing else. A provider's endpoint
 * extends it with its options and with what differs from provider to provider.
 */
public abstract class OperationEndpoint extends StreamingEndpoint implements AsyncEndpoint {

    protected OperationEndpoint(String uri, ProviderComponent component, Operation operation) {
        super(uri, component, operation);
    }

    @Override
    public Producer createProducer() throws Exception {
        if (!operation().can(Role.PRODUCER)) {
            throw new IllegalArgumentException(operation().name() + " can only be consumed: use from(\"" + uriScheme()
                    + ":" + operation().name() + "\")");
        }
        return answersInChunks() ? new StreamingProducer(this) : new OperationProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        return configured(newConsumer(processor));
    }

    /** The consumer of this operation, not yet configured; fails if it cannot be consumed. */
    protected Consumer newConsumer(Processor processor) throws Exception {
        if (operation().can(Role.STREAM_CONSUMER)) {
            return new StreamConsumer(this, processor);
        }
        if (operation().can(Role.POLLING_CONSUMER)) {
            return operation().streams() ? newStreamingConsumer(processor) : newItemConsumer(processor);
        }
        throw new IllegalArgumentException(operation().name() + " cannot be consumed: use to(\"" + uriScheme() + ":"
                + operation().name() + "\")");
    }

    private Consumer newStreamingConsumer(Processor processor) {
        if (operation().repeat() != RetrySafety.SAFE && !scheduled()) {
            throw new IllegalArgumentException(operation().name()
                    + " is billed each time it is called, so it has no default schedule:"
                    + " set delay=1h, or scheduler=quartz&scheduler.cron=...");
        }
        return new StreamingConsumer(this, processor);
    }

    private Consumer newItemConsumer(Processor processor) {
        if (isGreedy() && getConfiguration().getEmit() == EmitMode.ALL) {
            throw new IllegalArgumentException(
                    "greedy=true with emit=all would poll without pause; leave one of them out");
        }
        if (operation().repeat() == RetrySafety.PAID && getDelay() < 0 && uriValue("scheduler") == null) {
            throw new IllegalArgumentException(operation().name()
                    + " is billed each time it is called and has no default schedule; set delay or scheduler");
        }
        return new ItemConsumer(this, processor);
    }

    /** Takes from the window of messages in flight, or fetches items that were not done yet; never queues ahead. */
    @Override
    public PollingConsumer createPollingConsumer() throws Exception {
        if (operation().can(Role.STREAM_CONSUMER)) {
            return new StreamPollingConsumer(this);
        }
        if (operation().streams() && answersInChunks()) {
            throw new IllegalArgumentException(operation().name() + " streams a response that is billed, and pollEnrich"
                    + " cannot take it: use enrich(\"" + uriScheme() + ":"
                    + operation().name() + "\")");
        }
        if (operation().can(Role.POLLING_CONSUMER)) {
            return new ItemPollingConsumer(this);
        }
        throw new IllegalArgumentException(operation().name() + " cannot be polled: use to(\"" + uriScheme() + ":"
                + operation().name() + "\")");
    }
}
