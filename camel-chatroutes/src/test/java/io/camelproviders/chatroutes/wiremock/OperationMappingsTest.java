/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.wiremock;

import io.camelproviders.chatroutes.ChatroutesComponent;
import io.camelproviders.chatroutes.operation.ChatroutesOperations;
import io.camelproviders.testkit.wiremock.OperationMappingsTestSupport;
import java.util.Set;
import org.apache.camel.CamelContext;

/** Every operation of the service; the answer of {@code messages/stream} is one finite body of server-sent events. */
class OperationMappingsTest extends OperationMappingsTestSupport {

    @Override
    protected Set<String> httpOperations() {
        return ChatroutesOperations.TABLE.names();
    }

    @Override
    protected void addComponent(CamelContext context) {
        ChatroutesComponent component = new ChatroutesComponent();
        component.getConfiguration().setBaseUrl(SERVER.baseUrl());
        component.getConfiguration().setApiKey("cr_test_sk_kitchen");
        context.addComponent("chatroutes", component);
    }
}
