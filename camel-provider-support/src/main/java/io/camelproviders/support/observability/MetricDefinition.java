/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.observability;

import java.util.function.DoubleSupplier;

/**
 * A number that a monitor may read at any time.
 *
 * @param name of the meter, behind {@code camel.provider.}
 * @param description what it counts, for people
 * @param counter whether it only grows; else it tells how things are now
 * @param value reads it; must be fast, and safe for all threads
 */
public record MetricDefinition(String name, String description, boolean counter, DoubleSupplier value) {

    /** How things are now. */
    public static MetricDefinition gauge(String name, String description, DoubleSupplier value) {
        return new MetricDefinition(name, description, false, value);
    }

    /** A number that only grows. */
    public static MetricDefinition counter(String name, String description, DoubleSupplier value) {
        return new MetricDefinition(name, description, true, value);
    }
}
