/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.observability;

import io.camelproviders.core.error.LogText;
import io.camelproviders.core.subscription.StreamState;
import io.camelproviders.core.subscription.StreamStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Health of one stream consumer: UP while its streams live, DOWN when one of them cannot go on by itself or an outage
 * lasts. A short outage is told as a detail, {@code RECONNECTING}, and is no reason to restart anything.
 */
public final class StreamHealthCheck extends AbstractHealthCheck {

    private static final long OUTAGE_SECONDS = 60;

    private final ObservedStreams consumer;

    private StreamHealthCheck(ObservedStreams consumer, String id) {
        super("camel", id);
        this.consumer = consumer;
    }

    /**
     * The check of a consumer.
     *
     * @param scheme of the component
     */
    public static StreamHealthCheck of(ObservedStreams consumer, String scheme) {
        return new StreamHealthCheck(consumer, "consumer:" + scheme + "-" + consumer.getRouteId());
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        List<StreamStatus> statuses = consumer.statuses();
        builder.detail("streams", statuses.size());
        builder.detail(
                "open",
                statuses.stream().filter(one -> one.state() == StreamState.OPEN).count());
        String discovery = consumer.discoveryTrouble();
        Optional<StreamStatus> worst = statuses.stream()
                .filter(one -> one.trouble() != null)
                .max((one, other) -> Integer.compare(weight(one), weight(other)));
        if (discovery == null && worst.isEmpty()) {
            builder.up();
            return;
        }
        if (discovery != null) {
            builder.detail("discovery", LogText.oneLine(discovery, 200));
        }
        worst.ifPresent(one -> tell(builder, one));
        if (worst.isPresent() && weight(worst.get()) > 0) {
            builder.message("stream " + worst.get().streamKey() + ": "
                    + LogText.oneLine(String.valueOf(worst.get().trouble()), 200));
            builder.down();
        } else {
            builder.up();
        }
    }

    private static void tell(HealthCheckResultBuilder builder, StreamStatus one) {
        builder.detail("stream", one.streamKey());
        builder.detail("state", one.down() ? "DOWN" : "RECONNECTING");
        builder.detail("since", one.since().toSeconds() + " s");
        builder.detail("cause", LogText.oneLine(String.valueOf(one.trouble()), 200));
    }

    private static int weight(StreamStatus one) {
        if (one.down() || one.state() == StreamState.ENDED) {
            return 2;
        }
        return one.since().toSeconds() >= OUTAGE_SECONDS ? 1 : 0;
    }
}
