/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.jspecify.annotations.Nullable;

/**
 * The parameter values that {@code toD} took out of a dynamic URI. They rank as the URI's own, belong to the endpoint they
 * were made for and to one call: copies of the exchange (chunks of {@code streamTo}, pieces of a split) carry them along,
 * and a call there must not find them.
 */
final class DynamicValues {

    private static final String PROPERTY = "CamelProviderUriValues";

    private final String endpointUri;
    private final Map<String, Object> values;
    private final @Nullable DynamicValues outer;
    private final AtomicBoolean taken = new AtomicBoolean();

    private DynamicValues(String endpointUri, Map<String, Object> values, @Nullable DynamicValues outer) {
        this.endpointUri = endpointUri;
        this.values = values;
        this.outer = outer;
    }

    /** Gives values to the next call of the endpoint to which Camel sends the exchange now. */
    static void give(Exchange exchange, Map<String, Object> values) {
        String endpointUri = exchange.getProperty(ExchangePropertyKey.TO_ENDPOINT, "", String.class);
        exchange.setProperty(PROPERTY, new DynamicValues(endpointUri, values, current(exchange)));
    }

    /** The call is over: what an enclosing {@code toD} gave counts again, which an interceptor may have put off. */
    static void forget(Exchange exchange) {
        DynamicValues current = current(exchange);
        if (current == null || current.outer == null) {
            exchange.removeProperty(PROPERTY);
        } else {
            exchange.setProperty(PROPERTY, current.outer);
        }
    }

    /** The values for a call of this endpoint, once; empty for every other one. */
    static Map<String, Object> take(Exchange exchange, String endpointUri) {
        DynamicValues current = current(exchange);
        boolean mine = current != null && current.endpointUri.equals(endpointUri) && !current.taken.getAndSet(true);
        return current != null && mine ? current.values : Map.of();
    }

    private static @Nullable DynamicValues current(Exchange exchange) {
        return exchange.getProperty(PROPERTY) instanceof DynamicValues values ? values : null;
    }

    /** The names alone: values are payload. */
    @Override
    public String toString() {
        return "DynamicValues" + values.keySet();
    }
}
