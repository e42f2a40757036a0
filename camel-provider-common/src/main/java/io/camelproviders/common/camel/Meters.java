/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.camel;

import org.apache.camel.CamelContext;

/** Gives consumers their Micrometer meters if Micrometer is on the class path and a registry in Camel's registry. */
final class Meters {

    private static final String REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

    private Meters() {}

    /** Registers a consumer's meters; what comes back takes them away again. */
    static Runnable watch(StreamConsumer consumer, CamelContext context, String scheme) {
        // StreamMeters names Micrometer's classes: it must not be touched when they are not there.
        return context.getClassResolver().resolveClass(REGISTRY, Meters.class.getClassLoader()) == null
                ? () -> {}
                : StreamMeters.watch(consumer, context, scheme);
    }
}
