/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import io.camelproviders.chatroutes.operation.ChatroutesOperations;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationTable;
import io.camelproviders.support.component.ProviderComponent;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.config.ProviderConfiguration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** The {@code chatroutes} scheme: branching conversations with many models through ChatRoutes. */
@Component("chatroutes")
public class ChatroutesComponent extends ProviderComponent {

    @Metadata(description = "Options that all endpoints begin with.")
    private ChatroutesConfiguration configuration = new ChatroutesConfiguration();

    /** The logins of {@code authMode=bearer}: one for all endpoints with the same credentials. */
    private final Map<LoginSession.Key, LoginSession> accounts = new ConcurrentHashMap<>();

    @Override
    public OperationTable operations() {
        return ChatroutesOperations.TABLE;
    }

    @Override
    protected ProviderEndpoint newEndpoint(String uri, Operation operation, ProviderConfiguration options) {
        ChatroutesEndpoint endpoint = new ChatroutesEndpoint(uri, this, operation);
        endpoint.setConfiguration((ChatroutesConfiguration) options);
        return endpoint;
    }

    /** The login that an endpoint shares with others. */
    LoginSession account(ChatroutesEndpoint endpoint) {
        return accounts.computeIfAbsent(endpoint.accountKey(), key -> endpoint.newAccount());
    }

    /** Tokens end with the connections that brought them. */
    @Override
    protected void doStop() throws Exception {
        super.doStop();
        accounts.clear();
    }

    @Override
    public ChatroutesConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(ChatroutesConfiguration configuration) {
        this.configuration = configuration;
    }
}
