/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.observability;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Makes readings Micrometer meters if Micrometer is on the class path and a registry in Camel's registry. */
public final class Meters {

    private static final String REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

    private Meters() {}

    /**
     * Registers meters, named {@code camel.provider.} and the name of their reading.
     *
     * @param tags beside {@code camelContext}, which is added; their values must be few
     * @return takes the meters away again; the meters last as long as somebody holds it
     */
    public static Runnable watch(CamelContext context, Map<String, String> tags, List<MetricDefinition> readings) {
        // MicrometerMeters names Micrometer's classes: it must not be touched when they are not there.
        return context.getClassResolver().resolveClass(REGISTRY, Meters.class.getClassLoader()) == null
                ? () -> {}
                : MicrometerMeters.watch(context, tags, readings);
    }
}
