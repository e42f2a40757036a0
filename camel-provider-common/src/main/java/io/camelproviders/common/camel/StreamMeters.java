/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.camel;

import io.camelproviders.common.subscription.StreamState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;

/**
 * The meters of a stream consumer, tagged {@code camelContext}, {@code scheme} and {@code routeId}: gauges {@code
 * camel.provider.streams}, {@code .streams.open}, {@code .streams.troubled}, {@code .messages.inflight} and {@code
 * .messages.queued}; counters {@code camel.provider.messages}, {@code .connects}, {@code .duplicates} and {@code
 * .failures}. They go when the consumer stops. No stream or account is a tag: their number has no bound.
 */
final class StreamMeters {

    private static final String PREFIX = "camel.provider.";

    private final MeterRegistry registry;
    private final StreamConsumer consumer;
    private final Tags tags;
    private final List<Meter> meters = new ArrayList<>();

    private StreamMeters(MeterRegistry registry, StreamConsumer consumer, Tags tags) {
        this.registry = registry;
        this.consumer = consumer;
        this.tags = tags;
    }

    static Runnable watch(StreamConsumer consumer, CamelContext context, String scheme) {
        Set<MeterRegistry> registries = context.getRegistry().findByType(MeterRegistry.class);
        Tags tags = Tags.of(
                "camelContext", context.getName(), "scheme", scheme, "routeId", String.valueOf(consumer.getRouteId()));
        List<StreamMeters> all = registries.stream()
                .map(registry -> new StreamMeters(registry, consumer, tags).register())
                .toList();
        return () -> all.forEach(StreamMeters::remove);
    }

    private StreamMeters register() {
        gauge("streams", "Streams that the consumer holds", StreamConsumer::getStreams);
        gauge("streams.open", "Streams that are open", StreamConsumer::getOpenStreams);
        gauge("streams.troubled", "Streams that are not well", StreamMeters::troubled);
        gauge("messages.inflight", "Messages in the route", StreamConsumer::getInFlight);
        gauge("messages.queued", "Messages read and not yet in the route", StreamConsumer::getQueued);
        counter("messages", "Messages handed to the route, first tries only", StreamConsumer::getMessages);
        counter("connects", "Connections opened", StreamConsumer::getConnects);
        counter("duplicates", "Repetitions dropped", StreamConsumer::getDuplicates);
        counter("failures", "Failed tries of messages", StreamConsumer::getFailures);
        return this;
    }

    private static double troubled(StreamConsumer consumer) {
        return consumer.statuses().stream()
                .filter(one -> one.trouble() != null || one.state() == StreamState.FAILED)
                .count();
    }

    private void gauge(String name, String description, ToDoubleFunction<StreamConsumer> value) {
        meters.add(Gauge.builder(PREFIX + name, consumer, value)
                .description(description)
                .tags(tags)
                .register(registry));
    }

    private void counter(String name, String description, ToDoubleFunction<StreamConsumer> value) {
        meters.add(FunctionCounter.builder(PREFIX + name, consumer, value)
                .description(description)
                .tags(tags)
                .register(registry));
    }

    private void remove() {
        meters.forEach(registry::remove);
    }
}
