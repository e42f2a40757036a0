/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationTable;
import io.camelproviders.igpt.operation.IgptOperations;
import io.camelproviders.support.component.ProviderComponent;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.config.ProviderConfiguration;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** The {@code igpt} scheme: questions, runs and searches over a user's connected data, answered whole or as they come. */
@Component("igpt")
public class IgptComponent extends ProviderComponent {

    @Metadata(description = "Options that all endpoints begin with.")
    private IgptConfiguration configuration = new IgptConfiguration();

    @Override
    public OperationTable operations() {
        return IgptOperations.TABLE;
    }

    @Override
    protected ProviderEndpoint newEndpoint(String uri, Operation operation, ProviderConfiguration options) {
        IgptEndpoint endpoint = new IgptEndpoint(uri, this, operation);
        endpoint.setConfiguration((IgptConfiguration) options);
        return endpoint;
    }

    @Override
    public IgptConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(IgptConfiguration configuration) {
        this.configuration = configuration;
    }
}
