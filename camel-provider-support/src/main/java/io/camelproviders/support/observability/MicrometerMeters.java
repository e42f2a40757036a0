/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.observability;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Readings as Micrometer meters in every registry that Camel knows. Holds the readings: the meters refer to them weakly. */
final class MicrometerMeters {

    private static final String PREFIX = "camel.provider.";

    private final MeterRegistry registry;
    private final List<MetricDefinition> readings;
    private final List<Meter> meters = new ArrayList<>();

    private MicrometerMeters(MeterRegistry registry, List<MetricDefinition> readings) {
        this.registry = registry;
        this.readings = List.copyOf(readings);
    }

    static Runnable watch(CamelContext context, Map<String, String> tags, List<MetricDefinition> readings) {
        Tags all = Tags.of("camelContext", context.getName());
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            all = all.and(tag.getKey(), tag.getValue());
        }
        Tags known = all;
        List<MicrometerMeters> watching = context.getRegistry().findByType(MeterRegistry.class).stream()
                .map(registry -> new MicrometerMeters(registry, readings).register(known))
                .toList();
        return () -> watching.forEach(MicrometerMeters::remove);
    }

    private MicrometerMeters register(Tags tags) {
        readings.forEach(reading -> meters.add(meter(reading, tags)));
        return this;
    }

    private Meter meter(MetricDefinition reading, Tags tags) {
        String name = PREFIX + reading.name();
        return reading.counter()
                ? FunctionCounter.builder(name, reading, MicrometerMeters::value)
                        .description(reading.description())
                        .tags(tags)
                        .register(registry)
                : Gauge.builder(name, reading, MicrometerMeters::value)
                        .description(reading.description())
                        .tags(tags)
                        .register(registry);
    }

    private static double value(MetricDefinition reading) {
        return reading.value().getAsDouble();
    }

    private void remove() {
        meters.forEach(registry::remove);
    }
}
