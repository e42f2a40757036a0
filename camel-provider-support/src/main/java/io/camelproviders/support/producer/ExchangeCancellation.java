/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import org.apache.camel.Exchange;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Gives a call up whose exchange ends before it: a circuit breaker's time is over, the thread that waited was interrupted. From then on nobody may write
 * to the exchange.
 */
final class ExchangeCancellation extends SynchronizationAdapter {

    private final @Nullable UnitOfWork work;
    private volatile @Nullable Runnable giveUp;
    private volatile boolean over;

    private ExchangeCancellation(@Nullable UnitOfWork work, Runnable giveUp) {
        this.work = work;
        this.giveUp = giveUp;
    }

    /**
     * Watches an exchange until {@link #forget}.
     *
     * @param giveUp ends the call; may be called when it has ended already
     */
    static ExchangeCancellation watch(Exchange exchange, Runnable giveUp) {
        ExchangeCancellation ended = new ExchangeCancellation(exchange.getUnitOfWork(), giveUp);
        if (ended.work != null) {
            ended.work.addSynchronization(ended);
        }
        return ended;
    }

    /** Whether the exchange has ended. */
    boolean over() {
        return over;
    }

    /** The call has ended; an exchange with many calls does not collect them. Only while the exchange is ours. */
    void forget() {
        giveUp = null;
        if (work != null && !over) {
            work.removeSynchronization(this);
        }
    }

    @Override
    public boolean allowHandover() {
        return false;
    }

    @Override
    public void onDone(Exchange exchange) {
        over = true;
        Runnable rest = giveUp;
        if (rest != null) {
            rest.run();
        }
    }
}
