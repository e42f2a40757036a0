/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.builder.endpoint;

import org.apache.camel.CamelContext;
import org.apache.camel.Expression;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/**
 * A route builder with the Endpoint DSL of Camel's own components and of the components of this project:
 * {@code from(bimpeai("messages/stream").conversationId("*"))}.
 *
 * <p>Only the components that a route uses need to be on the class path.
 */
public abstract class ProviderEndpointRouteBuilder extends EndpointRouteBuilder implements EndpointBuilderFactory {

    /** Creates a builder whose context is set when it is added to one. */
    protected ProviderEndpointRouteBuilder() {}

    /**
     * Creates a builder for a context.
     *
     * @param context the context that the routes belong to
     */
    protected ProviderEndpointRouteBuilder(CamelContext context) {
        super(context);
    }

    /** Both inherited interfaces have this method with the same body; Camel's is used. */
    @Override
    public Expression endpoints(EndpointProducerBuilder... endpoints) {
        return super.endpoints(endpoints);
    }
}
