/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.builder.component;

import org.apache.camel.Component;

/**
 * A component builder of Camel. Camel's generator writes builders that name the interface of their own package.
 *
 * @param <C> type of the component
 */
public interface ComponentBuilder<C extends Component> extends org.apache.camel.builder.component.ComponentBuilder<C> {}
