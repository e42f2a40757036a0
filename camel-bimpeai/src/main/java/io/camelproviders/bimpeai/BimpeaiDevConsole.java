/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.support.observability.ProviderDevConsole;
import org.apache.camel.spi.annotations.DevConsole;

/** Shows what the component is doing. */
@DevConsole(
        name = "bimpeai",
        displayName = "BimpeAI",
        description = "Streams, connections and retry budget of the BimpeAI component")
public class BimpeaiDevConsole extends ProviderDevConsole {

    public BimpeaiDevConsole() {
        super("bimpeai", "BimpeAI");
    }
}
