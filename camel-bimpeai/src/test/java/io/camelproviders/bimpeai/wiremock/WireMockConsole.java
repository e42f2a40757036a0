/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.bimpeai.BimpeaiComponent;
import org.apache.camel.CamelContext;

/** A console whose responses a test stubs one by one, and the component that calls it. */
final class WireMockConsole {

    static final String API_KEY = "sk_harbour_example";
    static final String AGENT = "/api/v1/console/agents/agt_harbour";

    private WireMockConsole() {}

    static WireMockExtension start() {
        return WireMockExtension.newInstance()
                .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort())
                .build();
    }

    /** Adds the component, with delays that do not hold a test up. */
    static CamelContext addTo(CamelContext context, WireMockExtension server) {
        BimpeaiComponent component = new BimpeaiComponent();
        component.getConfiguration().setBaseUrl(server.baseUrl());
        component.getConfiguration().setApiKey(API_KEY);
        component.getConfiguration().setRetryDelay(10);
        component.getConfiguration().setReconnectDelay(10);
        component.getConfiguration().setMaxReconnectDelay(50);
        context.addComponent("bimpeai", component);
        return context;
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
