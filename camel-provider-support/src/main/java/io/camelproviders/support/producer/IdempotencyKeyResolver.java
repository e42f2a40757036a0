/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import io.camelproviders.core.operation.IdempotencyKeys;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.support.component.ProviderEndpoint;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The idempotency key of a call from a route, one for each logical call. On an exchange of one of our stream consumers it is
 * derived from the message and from the place of the call, so that a redelivery, a retry of the message and a replay after a
 * crash repeat it and the customer is answered once. On other exchanges it is random and kept while attempts of the call
 * fail.
 */
public final class IdempotencyKeyResolver {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyKeyResolver.class);

    private final IdempotencyKeys keys;
    private final ProviderEndpoint endpoint;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final AtomicBoolean warnedOfIds = new AtomicBoolean();

    public IdempotencyKeyResolver(ProviderEndpoint endpoint) {
        this.keys = endpoint.runtime().idempotencyKeys();
        this.endpoint = endpoint;
    }

    /**
     * A call under its key.
     *
     * @param call the call, its key still as the caller gave it
     * @param derived where the key was derived; null if it was not
     */
    record Keyed(OperationCall call, CallCount.@Nullable Position derived) {}

    Keyed keyed(Exchange exchange, OperationCall call, boolean keyFromHeader) {
        String own = call.idempotencyKey();
        if (own != null && !keyFromHeader) {
            return new Keyed(call, null);
        }
        AnsweredEvent event = AnsweredEvent.of(exchange);
        String place = CallPlace.of(exchange);
        boolean copies = !place.isEmpty();
        if (!copies && (event != null || own != null) && unknownPlace(exchange)) {
            return new Keyed(random(exchange, call.withIdempotencyKey(null)), null);
        }
        if (own != null) {
            // The copies of one exchange all carry the header: the place tells their calls apart.
            return new Keyed(
                    copies ? call.withIdempotencyKey(IdempotencyKeys.derived(List.of(own, place))) : call, null);
        }
        return event == null ? new Keyed(random(exchange, call), null) : derived(exchange, call, event, place);
    }

    void succeeded(Exchange exchange, OperationCall call) {
        keys.succeeded(endpoint.getEndpointKey(), exchange.getExchangeId(), call);
    }

    /** A call ended: one that failed keeps its number for Camel's redelivery. */
    void ended(Exchange exchange, Keyed keyed, boolean success) {
        AnsweredEvent event = AnsweredEvent.of(exchange);
        CallCount.Position position = keyed.derived();
        if (event != null && position != null) {
            if (success) {
                event.calls().succeeded(position);
            } else {
                event.calls().failed(position);
            }
        }
    }

    private OperationCall random(Exchange exchange, OperationCall call) {
        return keys.keyed(endpoint.getEndpointKey(), exchange.getExchangeId(), call);
    }

    private Keyed derived(Exchange exchange, OperationCall call, AnsweredEvent event, String place) {
        String node = exchange.getExchangeExtension().getHistoryNodeId();
        Route route = exchange.getUnitOfWork() == null
                ? null
                : exchange.getUnitOfWork().getRoute();
        String routeId = route == null ? String.valueOf(exchange.getFromRouteId()) : route.getRouteId();
        String nodeId = node == null ? "" : node;
        warnOfGeneratedIds(routeId, nodeId);
        List<String> parts = List.of(event.message(), endpoint.identity(), routeId, nodeId, place);
        CallCount.Position position = event.calls().next(parts, redelivered(exchange));
        String key = IdempotencyKeys.derived(position.parts());
        return new Keyed(call.withIdempotencyKey(key), position);
    }

    private static boolean redelivered(Exchange exchange) {
        Integer counter = exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, Integer.class);
        return counter != null && counter > 0;
    }

    private boolean unknownPlace(Exchange exchange) {
        if (CallPlaceStrategy.registered(exchange.getContext()) || !CallPlace.unknown(exchange)) {
            return false;
        }
        if (warned.compareAndSet(false, true)) {
            LOG.warn(
                    "{} is called inside a split, multicast, recipient list or loop of a route that was built without"
                            + " {}: its idempotency key is random, so a replay of the message may send twice",
                    endpoint,
                    CallPlaceStrategy.class.getName());
        }
        return true;
    }

    private void warnOfGeneratedIds(String routeId, String nodeId) {
        boolean generated = GeneratedIds.isRoute(routeId) || GeneratedIds.isNode(nodeId);
        if (generated && warnedOfIds.compareAndSet(false, true)) {
            LOG.warn(
                    "The idempotency keys of {} depend on route '{}' and node '{}', whose ids Camel generated: they"
                            + " change when a route is edited; give both an id of their own",
                    endpoint,
                    routeId,
                    nodeId);
        }
    }

    /** Marks an exchange as come from an item whose age is unknown. */
    public static void mark(Exchange exchange, String item) {
        mark(exchange, item, null, 0);
    }

    /** Marks an exchange as come from a message of a stream. */
    public static void mark(Exchange exchange, String message, @Nullable String created, long consumerStart) {
        AnsweredEvent.write(exchange, message, created, consumerStart);
    }
}
