/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import java.util.concurrent.TimeUnit;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollEndpoint;

/** Camel's scheduled endpoint with a default delay that providers can bear: its own of 500 ms would storm them. */
abstract class PollingEndpoint extends ScheduledPollEndpoint {

    private static final long DEFAULT_DELAY_MILLIS = 60_000;

    @UriParam(
            label = "consumer,scheduler",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "Milliseconds before the next poll.")
    private long delay = -1;

    PollingEndpoint(String uri, Component component) {
        super(uri, component);
    }

    @Override
    protected void doConfigureConsumer(Consumer consumer) {
        super.doConfigureConsumer(consumer);
        if (delay < 0 && consumer instanceof ScheduledPollConsumer polling) {
            polling.setDelay(Math.max(1, getTimeUnit().convert(DEFAULT_DELAY_MILLIS, TimeUnit.MILLISECONDS)));
        }
    }

    /** Wait between two polls in {@code timeUnit}; negative if nobody gave one. */
    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }

    public long pollDelayMillis() {
        return delay < 0 ? DEFAULT_DELAY_MILLIS : Math.max(1, getTimeUnit().toMillis(delay));
    }
}
