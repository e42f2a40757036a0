/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import io.camelproviders.core.operation.IdempotencyKeys;
import io.camelproviders.core.operation.OperationCall;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Route;

/**
 * The idempotency key of a call from a route: one a logical call, kept while its attempts fail, so that Camel's redelivery
 * repeats it. If the exchange came from one of our streams the key follows from the message, so that a retry of the
 * message and a replay after a crash repeat it too, and the customer is answered once.
 */
public final class IdempotencyKeyResolver {

    /** Exchange property that a stream consumer sets: scheme and id of the message. */
    static final String MESSAGE = "CamelProviderMessage";

    /** Exchange property: how many calls each node has made for the message; shared by the copies of an exchange. */
    private static final String ORDINALS = "CamelProviderCallOrdinals";

    private final IdempotencyKeys keys;
    private final String endpoint;

    IdempotencyKeyResolver(IdempotencyKeys keys, String endpoint) {
        this.keys = keys;
        this.endpoint = endpoint;
    }

    OperationCall keyed(Exchange exchange, OperationCall call) {
        String message = exchange.getProperty(MESSAGE, String.class);
        if (message == null || call.idempotencyKey() != null) {
            return keys.keyed(endpoint, exchange.getExchangeId(), call);
        }
        return keys.keyed(endpoint, exchange.getExchangeId(), call, () -> derived(exchange, message));
    }

    void succeeded(Exchange exchange, OperationCall call) {
        keys.succeeded(endpoint, exchange.getExchangeId(), call);
    }

    private String derived(Exchange exchange, String message) {
        String node = exchange.getExchangeExtension().getHistoryNodeId();
        Route route = exchange.getUnitOfWork() == null
                ? null
                : exchange.getUnitOfWork().getRoute();
        String routeId = route == null ? String.valueOf(exchange.getFromRouteId()) : route.getRouteId();
        String nodeId = node == null ? endpoint : node;
        return IdempotencyKeys.derived(message, routeId, nodeId, next(exchange, routeId + '/' + nodeId));
    }

    private static int next(Exchange exchange, String node) {
        @SuppressWarnings("unchecked")
        Map<String, Integer> ordinals = exchange.getProperty(ORDINALS, Map.class);
        return ordinals == null ? 0 : ordinals.merge(node, 1, Integer::sum) - 1;
    }

    /** Marks an exchange as come from a message. */
    public static void mark(Exchange exchange, String message) {
        exchange.setProperty(MESSAGE, message);
        exchange.setProperty(ORDINALS, new ConcurrentHashMap<String, Integer>());
    }
}
