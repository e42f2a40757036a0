/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Component DSL of the four components: typed builders that configure and register a component. Entry:
 * {@link io.camelproviders.builder.component.ComponentsBuilderFactory}. May use: Camel's Component DSL.
 */
package io.camelproviders.builder.component;
