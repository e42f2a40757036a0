/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.builder.component;

import org.apache.camel.Component;

/**
 * Base of the generated builders. Camel's generator writes builders that extend the class of their own package.
 *
 * @param <C> type of the component
 */
public abstract class AbstractComponentBuilder<C extends Component>
        extends org.apache.camel.builder.component.AbstractComponentBuilder<C> {

    /** Creates a builder without any option set. */
    protected AbstractComponentBuilder() {}
}
