/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.poll;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.consumer.poll.ItemPoller.Item;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.util.CastUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a read operation on a schedule and emits its items, one exchange each, in the provider's order: each item once, or
 * again when it changed ({@code emit}).
 *
 * <p>Delivery guarantee: at least once. An item counts as seen when its exchange is done well, on-completion included; one
 * that failed comes again at the next poll. With a durable store an item is repeated after a crash only if its exchange was
 * not stored as done. Blocks no thread but that of its own scheduler.
 */
public final class ItemConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(ItemConsumer.class);

    private final ProviderEndpoint endpoint;
    private volatile @Nullable ItemPoller feed;

    public ItemConsumer(ProviderEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        feed = new ItemPoller(endpoint, String.valueOf(getRouteId()));
        super.doStart();
    }

    @Override
    protected void doSuspend() throws Exception {
        cancel();
        super.doSuspend();
    }

    @Override
    protected void doStop() throws Exception {
        cancel();
        super.doStop();
        ItemPoller ended = feed;
        feed = null;
        if (ended != null) {
            ended.close();
        }
    }

    private void cancel() {
        ItemPoller current = feed;
        if (current != null) {
            current.cancel();
        }
    }

    @Override
    protected int poll() throws Exception {
        ItemPoller current = feed;
        if (current == null) {
            return 0;
        }
        shutdownRunningTask = null;
        pendingExchanges = 0;
        List<Item> items;
        try {
            items = current.fresh();
        } catch (AbortedException e) {
            if (isPollAllowed()) {
                throw e;
            }
            LOG.debug("The poll of {} was cut short because the consumer stops", endpoint, e);
            return 0;
        }
        int done = processBatch(CastUtils.cast(new ArrayDeque<Object>(items)));
        current.flush();
        return done;
    }

    /** Returns how many were emitted; if greedy, how many were done, so that a failing item is not tried without pause. */
    @Override
    public int processBatch(Queue<Object> exchanges) throws Exception {
        ItemPoller current = feed;
        int size = exchanges.size();
        int emitted = 0;
        int failed = 0;
        while (current != null && !exchanges.isEmpty() && isBatchAllowed() && isPollAllowed()) {
            Item item = (Item) exchanges.remove();
            pendingExchanges = exchanges.size();
            if (!emit(current, item, emitted, size)) {
                failed++;
            }
            emitted++;
        }
        pendingExchanges = 0;
        return isGreedy() ? emitted - failed : emitted;
    }

    private boolean emit(ItemPoller current, Item item, int index, int size) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            current.prepare(exchange, item, index, size);
            getProcessor().process(exchange);
            Exception failure = exchange.getException();
            if (failure != null) {
                LOG.debug("An item of {} failed and will be emitted again at the next poll", endpoint, failure);
            }
            return failure == null && !exchange.isRollbackOnly();
        } catch (Exception e) {
            current.release(item);
            throw e;
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
