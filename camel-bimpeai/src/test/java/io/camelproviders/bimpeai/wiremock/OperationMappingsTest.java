/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.wiremock;

import io.camelproviders.bimpeai.BimpeaiComponent;
import io.camelproviders.bimpeai.operation.BimpeaiOperations;
import io.camelproviders.testkit.wiremock.OperationMappingsTestSupport;
import java.util.Set;
import org.apache.camel.CamelContext;

/** Every operation of the console, its live stream included: all of them are HTTP. */
class OperationMappingsTest extends OperationMappingsTestSupport {

    @Override
    protected Set<String> httpOperations() {
        return BimpeaiOperations.TABLE.names();
    }

    @Override
    protected void addComponent(CamelContext context) {
        BimpeaiComponent component = new BimpeaiComponent();
        component.getConfiguration().setBaseUrl(SERVER.baseUrl());
        component.getConfiguration().setApiKey("sk_harbour_example");
        component.getConfiguration().setReconnectDelay(10);
        context.addComponent("bimpeai", component);
    }
}
