/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.poll;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.consumer.poll.ItemPoller.Item;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.IsSingleton;
import org.apache.camel.support.PollingConsumerSupport;
import org.jspecify.annotations.Nullable;

/**
 * Items on demand, for {@code pollEnrich} and {@code ConsumerTemplate}: the next item that was not done before. Asks the
 * provider when it has none left, at most once every {@code delay} while a caller waits. An item counts as seen when the
 * exchange that took it is done.
 */
public final class ItemPollingConsumer extends PollingConsumerSupport implements IsSingleton {

    private final ProviderEndpoint endpoint;

    /** Guards the fields below. The provider is asked under it: callers take their turns. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Condition ended = turn.newCondition();
    private final Deque<Item> ready = new ArrayDeque<>();

    // shared with stop
    private volatile @Nullable ItemPoller feed;

    public ItemPollingConsumer(ProviderEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public boolean isSingleton() {
        return true;
    }

    @Override
    protected void doStart() throws Exception {
        feed = new ItemPoller(endpoint, "");
    }

    @Override
    protected void doStop() throws Exception {
        ItemPoller last = feed;
        feed = null;
        if (last == null) {
            return;
        }
        last.cancel();
        turn.lock();
        try {
            ready.clear();
            ended.signalAll();
        } finally {
            turn.unlock();
        }
        last.close();
    }

    @Override
    public @Nullable Exchange receive() {
        return take(Long.MAX_VALUE);
    }

    @Override
    public @Nullable Exchange receiveNoWait() {
        return take(0);
    }

    @Override
    public @Nullable Exchange receive(long timeout) {
        return take(TimeUnit.MILLISECONDS.toNanos(Math.max(0, timeout)));
    }

    private @Nullable Exchange take(long nanos) {
        if (feed == null) {
            throw new RejectedExecutionException(this + " is not started");
        }
        turn.lock();
        try {
            return next(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (AbortedException e) {
            if (feed == null) {
                return null;
            }
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private @Nullable Exchange next(long nanos) throws InterruptedException {
        long left = nanos;
        ItemPoller current = feed;
        while (current != null) {
            if (ready.isEmpty()) {
                current.flush();
                long before = System.nanoTime();
                ready.addAll(current.fresh());
                left = left == Long.MAX_VALUE ? left : left - (System.nanoTime() - before);
            }
            Item item = ready.poll();
            if (item != null) {
                Exchange exchange = endpoint.createExchange();
                current.prepare(exchange, item, 0, 1);
                return exchange;
            }
            if (left <= 0) {
                return null;
            }
            long pause = Math.min(left, TimeUnit.MILLISECONDS.toNanos(endpoint.pollDelayMillis()));
            long rest = pause;
            while (rest > 0 && feed != null) {
                rest = ended.awaitNanos(rest);
            }
            left = left == Long.MAX_VALUE ? left : left - pause;
            current = feed;
        }
        return null;
    }
}
