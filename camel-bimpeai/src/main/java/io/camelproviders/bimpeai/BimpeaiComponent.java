/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.bimpeai.operation.BimpeaiOperations;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationTable;
import io.camelproviders.support.component.ProviderComponent;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.config.ProviderConfiguration;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** The {@code bimpeai} scheme: agents, conversations, messages and their live streams in the BimpeAI Agent Console. */
@Component("bimpeai")
public class BimpeaiComponent extends ProviderComponent {

    @Metadata(description = "Options that all endpoints begin with.")
    private BimpeaiConfiguration configuration = new BimpeaiConfiguration();

    @Override
    public OperationTable operations() {
        return BimpeaiOperations.TABLE;
    }

    @Override
    protected ProviderEndpoint newEndpoint(String uri, Operation operation, ProviderConfiguration options) {
        BimpeaiEndpoint endpoint = new BimpeaiEndpoint(uri, this, operation);
        endpoint.setConfiguration((BimpeaiConfiguration) options);
        return endpoint;
    }

    @Override
    public BimpeaiConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(BimpeaiConfiguration configuration) {
        this.configuration = configuration;
    }
}
