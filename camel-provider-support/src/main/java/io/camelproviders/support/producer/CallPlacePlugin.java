/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ContextServicePlugin;

/**
 * Registers {@link CallPlaceStrategy} before any route is built. Camel finds it by its service file when a context is
 * initialised.
 */
public final class CallPlacePlugin implements ContextServicePlugin {

    @Override
    public void load(CamelContext context) {
        if (!CallPlaceStrategy.registered(context)) {
            context.getCamelContextExtension().addInterceptStrategy(new CallPlaceStrategy());
        }
    }
}
