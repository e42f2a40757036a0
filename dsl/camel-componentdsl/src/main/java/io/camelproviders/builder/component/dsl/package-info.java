/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * One component builder for each component, generated from its catalog file in every build. Entry:
 * {@link io.camelproviders.builder.component.ComponentsBuilderFactory}. May use: Camel's Component DSL.
 */
package io.camelproviders.builder.component.dsl;
