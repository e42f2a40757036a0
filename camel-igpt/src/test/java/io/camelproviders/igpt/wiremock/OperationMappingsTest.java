/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.wiremock;

import io.camelproviders.igpt.IgptComponent;
import io.camelproviders.igpt.operation.IgptOperations;
import io.camelproviders.testkit.wiremock.OperationMappingsTestSupport;
import java.util.Set;
import org.apache.camel.CamelContext;

/** Every operation of the service; {@code recall/ask} and {@code recall/run} both plain and streamed. */
class OperationMappingsTest extends OperationMappingsTestSupport {

    @Override
    protected Set<String> httpOperations() {
        return IgptOperations.TABLE.names();
    }

    @Override
    protected void addComponent(CamelContext context) {
        IgptComponent component = new IgptComponent();
        component.getConfiguration().setBaseUrl(SERVER.url("/v1"));
        component.getConfiguration().setApiKey("igpt-example-key");
        component.getConfiguration().setUser("resident-12");
        context.addComponent("igpt", component);
    }
}
