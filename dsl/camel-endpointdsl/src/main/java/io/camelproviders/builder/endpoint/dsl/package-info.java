/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * One factory of endpoint builders for each component, generated from its catalog file in every build. Entry:
 * {@link io.camelproviders.builder.endpoint.StaticEndpointBuilders}. May use: Camel's Endpoint DSL.
 */
package io.camelproviders.builder.endpoint.dsl;
