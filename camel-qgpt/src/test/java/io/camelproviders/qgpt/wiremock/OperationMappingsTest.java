/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.wiremock;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.qgpt.QgptComponent;
import io.camelproviders.qgpt.operation.QgptOperations;
import io.camelproviders.testkit.wiremock.OperationMappingsTestSupport;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;

/** Every operation of Pieces OS that is a plain HTTP call. */
class OperationMappingsTest extends OperationMappingsTestSupport {

    @Override
    protected Set<String> httpOperations() {
        return QgptOperations.TABLE.all().stream()
                .filter(operation -> !operation.method().equals("WS"))
                .map(Operation::name)
                .collect(Collectors.toSet());
    }

    @Override
    protected void addComponent(CamelContext context) {
        QgptComponent component = new QgptComponent();
        component.getConfiguration().setBaseUrl(SERVER.baseUrl());
        component.getConfiguration().setApplicationId("app-garden");
        context.addComponent("qgpt", component);
    }
}
