/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Endpoint DSL of the four components: typed builders instead of URI strings. Entry:
 * {@link io.camelproviders.builder.endpoint.ProviderEndpointRouteBuilder}, or static imports from
 * {@link io.camelproviders.builder.endpoint.StaticEndpointBuilders} in any route builder. May use: Camel's Endpoint DSL.
 */
package io.camelproviders.builder.endpoint;
