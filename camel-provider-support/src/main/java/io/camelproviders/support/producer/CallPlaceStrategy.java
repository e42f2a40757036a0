/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.support.component.ProviderEndpoint;
import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.EndpointAware;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.NamedNode;
import org.apache.camel.NamedRoute;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in each exchange inside which split, multicast, recipient list, loop and wire tap nodes it is, for the idempotency
 * keys of calls there. Camel itself shows the innermost index of a kind only, and leaves it behind afterwards.
 */
public final class CallPlaceStrategy implements InterceptStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(CallPlaceStrategy.class);

    /** Nodes that process copies, or the same exchange several times, and the property that counts them. */
    private static final Map<String, CallPlace.Kind> KINDS = Map.of(
            "split", CallPlace.Kind.SPLIT,
            "multicast", CallPlace.Kind.MULTICAST,
            "recipientList", CallPlace.Kind.MULTICAST,
            "loop", CallPlace.Kind.LOOP,
            "wireTap", CallPlace.Kind.WIRE_TAP);

    /** Whether routes of the context are built with this strategy. */
    static boolean registered(CamelContext context) {
        return context.getCamelContextExtension().getInterceptStrategies().stream()
                .anyMatch(CallPlaceStrategy.class::isInstance);
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode node, Processor target, Processor nextTarget) {
        warnOfGeneratedId(node, target);
        CallPlace.Kind kind = KINDS.get(node.getShortName());
        return kind == null ? target : new Placed(AsyncProcessorConverterHelper.convert(target), node.getId(), kind);
    }

    /** In a route whose exchanges have derived keys; for routes that it calls the first call warns. */
    private static void warnOfGeneratedId(NamedNode node, Processor target) {
        if (target instanceof EndpointAware sender
                && sender.getEndpoint() instanceof ProviderEndpoint endpoint
                && endpoint.operation().repeat() == RetrySafety.KEYED
                && GeneratedIds.isNode(node.getId())
                && consumes(node, endpoint.scheme())) {
            LOG.warn(
                    "{}:{} has the generated node id '{}': the idempotency keys of its calls change when the route is"
                            + " edited; give the node an id of its own",
                    endpoint.scheme(),
                    endpoint.operation().name(),
                    node.getId());
        }
    }

    private static boolean consumes(NamedNode node, String scheme) {
        NamedNode root = node;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root instanceof NamedRoute route
                && route.getEndpointUrl() != null
                && route.getEndpointUrl().startsWith(scheme + ':');
    }

    /** Writes the place on entry and restores it on exit, together with the index of an enclosing node of the same kind. */
    private static final class Placed extends DelegateAsyncProcessor {
        private final String nodeId;
        private final CallPlace.Kind kind;

        Placed(AsyncProcessor processor, String nodeId, CallPlace.Kind kind) {
            super(processor);
            this.nodeId = nodeId;
            this.kind = kind;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            CallPlace outer = CallPlace.enter(exchange, nodeId, kind);
            ExchangePropertyKey counter = kind.index();
            boolean nested = counter != null && outer != null && outer.within(kind);
            Object index = nested ? exchange.getProperty(counter) : null;
            return super.process(exchange, doneSync -> {
                CallPlace.leave(exchange, outer);
                if (counter != null && index != null) {
                    exchange.setProperty(counter, index);
                }
                callback.done(doneSync);
            });
        }
    }
}
