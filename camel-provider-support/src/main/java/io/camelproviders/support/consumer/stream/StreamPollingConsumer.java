/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.subscription.DeliveryRejectedException;
import io.camelproviders.support.component.ProviderEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.IsSingleton;
import org.apache.camel.Processor;
import org.apache.camel.support.PollingConsumerSupport;
import org.apache.camel.support.UnitOfWorkHelper;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a stream on demand, for {@code pollEnrich} and {@code ConsumerTemplate}. Takes from the window of messages in
 * flight: a message counts as done when the exchange that took it is done, and its place in the window is free only then.
 *
 * <p>Camel's own event-driven polling consumer would end an exchange when it is queued. Here a queued exchange has no unit
 * of work; its completions go over to whoever takes it. The queue cannot grow beyond {@code maxInFlightTotal}.
 */
public final class StreamPollingConsumer extends PollingConsumerSupport implements Processor, IsSingleton {

    private static final long LOOK_AGAIN_MILLIS = 250;

    private final ProviderEndpoint endpoint;
    private final BlockingQueue<Exchange> waiting = new LinkedBlockingQueue<>();

    // shared with stop
    private volatile @Nullable StreamConsumer consumer;

    public StreamPollingConsumer(ProviderEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public boolean isSingleton() {
        return true;
    }

    @Override
    public Processor getProcessor() {
        return this;
    }

    @Override
    protected void doStart() throws Exception {
        StreamConsumer next = endpoint.configured(new StreamConsumer(endpoint, this));
        consumer = next;
        ServiceHelper.startService(next);
    }

    /** What was not taken did not run: its offset stays whatever {@code onFailure} says, and it comes again. */
    @Override
    protected void doStop() throws Exception {
        StreamConsumer last = consumer;
        consumer = null;
        giveBack();
        ServiceHelper.stopAndShutdownService(last);
        giveBack();
    }

    private void giveBack() {
        List<Exchange> untaken = new ArrayList<>();
        waiting.drainTo(untaken);
        untaken.forEach(StreamPollingConsumer::giveBack);
    }

    private static void giveBack(Exchange exchange) {
        exchange.setException(
                new DeliveryRejectedException("the polling consumer stopped before the message was taken"));
        UnitOfWorkHelper.doneSynchronizations(
                exchange, exchange.getExchangeExtension().handoverCompletions());
    }

    /** Called by the stream consumer, from the hand-over pool. */
    @Override
    public void process(Exchange exchange) {
        if (consumer == null) {
            giveBack(exchange);
        } else {
            waiting.add(exchange);
            if (consumer == null) {
                giveBack();
            }
        }
    }

    @Override
    public @Nullable Exchange receive() {
        Exchange taken = null;
        while (taken == null && isRunning()) {
            taken = receive(TimeUnit.MINUTES.toMillis(1));
        }
        return taken;
    }

    @Override
    public @Nullable Exchange receiveNoWait() {
        return receive(0);
    }

    @Override
    public @Nullable Exchange receive(long timeout) {
        if (!isRunning()) {
            throw new RejectedExecutionException(this + " is not started");
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.max(0, timeout));
        try {
            Exchange taken = waiting.poll();
            while (taken == null && isRunning()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return null;
                }
                // In slices, so that a stop ends the waiting.
                taken = waiting.poll(Math.min(left, LOOK_AGAIN_MILLIS), TimeUnit.MILLISECONDS);
            }
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private boolean isRunning() {
        return consumer != null;
    }
}
