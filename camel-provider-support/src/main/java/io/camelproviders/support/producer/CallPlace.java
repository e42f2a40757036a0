/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.jspecify.annotations.Nullable;

/**
 * Inside which nodes an exchange is: the path of enclosing split, loop, multicast, recipient list and wire tap nodes, each
 * with the index of the copy or round. The innermost index is read when it is asked for: it changes from copy to copy.
 *
 * @param outer path of the nodes outside, with their indexes; empty if there are none
 * @param outerKinds kinds of these nodes
 * @param nodeId innermost node
 * @param kind its kind
 */
record CallPlace(String outer, java.util.Set<Kind> outerKinds, String nodeId, Kind kind) {

    private static final String PROPERTY = "CamelProviderPlace";

    /** What a node does with the exchange. */
    enum Kind {
        SPLIT(ExchangePropertyKey.SPLIT_INDEX),
        MULTICAST(ExchangePropertyKey.MULTICAST_INDEX),
        LOOP(ExchangePropertyKey.LOOP_INDEX),
        WIRE_TAP(null);

        private final @Nullable ExchangePropertyKey index;

        Kind(@Nullable ExchangePropertyKey index) {
            this.index = index;
        }

        @Nullable
        ExchangePropertyKey index() {
            return index;
        }
    }

    /** The exchange enters a node; returns where it was before. */
    static @Nullable CallPlace enter(Exchange exchange, String nodeId, Kind kind) {
        CallPlace before = current(exchange);
        if (before == null) {
            exchange.setProperty(PROPERTY, new CallPlace("", java.util.Set.of(), nodeId, kind));
        } else {
            java.util.Set<Kind> kinds = java.util.EnumSet.of(before.kind);
            kinds.addAll(before.outerKinds);
            exchange.setProperty(PROPERTY, new CallPlace(before.path(exchange), kinds, nodeId, kind));
        }
        return before;
    }

    /** The exchange is where it was before. */
    static void leave(Exchange exchange, @Nullable CallPlace before) {
        if (before == null) {
            exchange.removeProperty(PROPERTY);
        } else {
            exchange.setProperty(PROPERTY, before);
        }
    }

    /** The path of the exchange; empty if it is inside no such node. */
    static String of(Exchange exchange) {
        CallPlace current = current(exchange);
        return current == null ? "" : current.path(exchange);
    }

    /** Whether Camel shows an index though no path was written: the route was built without the strategy. */
    static boolean unknown(Exchange exchange) {
        if (current(exchange) != null) {
            return false;
        }
        for (Kind kind : Kind.values()) {
            if (kind.index != null && exchange.getProperty(kind.index) != null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable CallPlace current(Exchange exchange) {
        return exchange.getProperty(PROPERTY) instanceof CallPlace place ? place : null;
    }

    boolean within(Kind other) {
        return kind == other || outerKinds.contains(other);
    }

    private String path(Exchange exchange) {
        Object index = kind.index == null ? Integer.valueOf(0) : exchange.getProperty(kind.index);
        return outer + '/' + nodeId + '[' + index + ']';
    }

    @Override
    public String toString() {
        return outer + '/' + nodeId;
    }
}
