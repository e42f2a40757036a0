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
 * Health of one stream consumer: DOWN when the consumer or one of its streams needs an operator, or when an outage lasts
 * longer than a minute. A shorter outage is a detail, {@code RECONNECTING}, and no reason to restart anything.
 */
public final class StreamHealthCheck extends AbstractHealthCheck {

    private static final long OUTAGE_SECONDS = 60;
    private static final int TEXT = 200;

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
        consumer.discoveryAge().ifPresent(age -> builder.detail("lastDiscovery", age.toSeconds() + " s ago"));
        if (consumer.getLeftToNamedConsumers() > 0) {
            builder.detail("leftToNamedConsumers", consumer.getLeftToNamedConsumers());
        }
        List<ConsumerIssue> issues = consumer.issues();
        issues.forEach(issue -> builder.detail(issue.name(), LogText.oneLine(issue.text(), TEXT)));
        Optional<StreamStatus> worst = statuses.stream()
                .filter(one -> one.trouble() != null)
                .max((one, other) -> Integer.compare(weight(one), weight(other)));
        worst.ifPresent(one -> tell(builder, one));
        Optional<ConsumerIssue> down =
                issues.stream().filter(ConsumerIssue::down).findFirst();
        if (down.isPresent()) {
            builder.message(LogText.oneLine(down.get().text(), TEXT)).down();
        } else if (worst.isPresent() && weight(worst.get()) > 0) {
            builder.message("stream " + worst.get().streamKey() + ": "
                            + LogText.oneLine(String.valueOf(worst.get().trouble()), TEXT))
                    .down();
        } else {
            builder.up();
        }
    }

    private static void tell(HealthCheckResultBuilder builder, StreamStatus one) {
        builder.detail("stream", one.streamKey());
        builder.detail("state", one.down() ? "DOWN" : "RECONNECTING");
        builder.detail("since", one.since().toSeconds() + " s");
        builder.detail("cause", LogText.oneLine(String.valueOf(one.trouble()), TEXT));
    }

    private static int weight(StreamStatus one) {
        if (one.down() || one.state() == StreamState.ENDED) {
            return 2;
        }
        return one.since().toSeconds() >= OUTAGE_SECONDS ? 1 : 0;
    }
}
