/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.observability;

import io.camelproviders.core.subscription.StreamState;
import java.util.List;
import java.util.Map;

/**
 * The meters of a stream consumer, tagged {@code camelContext}, {@code scheme} and {@code routeId}: gauges {@code
 * camel.provider.streams}, {@code .streams.open}, {@code .streams.troubled}, {@code .messages.inflight} and {@code
 * .messages.queued}; counters {@code camel.provider.messages}, {@code .connects}, {@code .duplicates} and {@code
 * .failures}. They go when the consumer stops. No stream or account is a tag: their number has no bound.
 */
public final class StreamMeters {

    private StreamMeters() {}

    public static Map<String, String> tags(ObservedStreams consumer, String scheme) {
        return Map.of("scheme", scheme, "routeId", String.valueOf(consumer.getRouteId()));
    }

    public static List<MetricDefinition> readings(ObservedStreams consumer) {
        return List.of(
                MetricDefinition.gauge("streams", "Streams that the consumer holds", consumer::getStreams),
                MetricDefinition.gauge("streams.open", "Streams that are open", consumer::getOpenStreams),
                MetricDefinition.gauge("streams.troubled", "Streams that are not well", () -> troubled(consumer)),
                MetricDefinition.gauge("messages.inflight", "Messages in the route", consumer::getInFlight),
                MetricDefinition.gauge(
                        "messages.queued", "Messages read and not yet in the route", consumer::getQueued),
                MetricDefinition.counter(
                        "messages", "Messages handed to the route, first tries only", consumer::getMessages),
                MetricDefinition.counter("connects", "Connections opened", consumer::getConnects),
                MetricDefinition.counter("duplicates", "Repetitions dropped", consumer::getDuplicates),
                MetricDefinition.counter("failures", "Failed tries of messages", consumer::getFailures));
    }

    private static double troubled(ObservedStreams consumer) {
        return consumer.statuses().stream()
                .filter(one -> one.trouble() != null || one.state() == StreamState.FAILED)
                .count();
    }
}
