/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import io.camelproviders.core.json.ProviderModel;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The message of a stream that an exchange handles; all copies of the exchange share it.
 *
 * @param message scheme, stream and id of the message
 * @param created when the provider created it; null if it does not say
 * @param consumerStart when the consumer started, by {@code System.nanoTime}
 * @param calls the calls that the message caused so far
 */
record AnsweredEvent(String message, @Nullable Instant created, long consumerStart, CallCount calls) {

    private static final String PROPERTY = "CamelProviderMessage";

    static void write(Exchange exchange, String message, @Nullable String created, long consumerStart) {
        Instant time = ProviderModel.time(created).orElse(null);
        exchange.setProperty(PROPERTY, new AnsweredEvent(message, time, consumerStart, new CallCount()));
    }

    static @Nullable AnsweredEvent of(Exchange exchange) {
        return exchange.getProperty(PROPERTY) instanceof AnsweredEvent event ? event : null;
    }

    @Override
    public String toString() {
        return message;
    }
}
