/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.chatroutes.ChatroutesComponent;
import org.apache.camel.CamelContext;

/** A service whose responses a test stubs one by one, and the component that calls it. */
final class WireMockService {

    static final String API_KEY = "cr_test_sk_kitchen";

    private WireMockService() {}

    static WireMockExtension start() {
        return WireMockExtension.newInstance()
                .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort())
                .build();
    }

    /** Adds the component, with delays that do not hold a test up. */
    static CamelContext addTo(CamelContext context, WireMockExtension server) {
        context.addComponent("chatroutes", component(server));
        return context;
    }

    static ChatroutesComponent component(WireMockExtension server) {
        ChatroutesComponent component = new ChatroutesComponent();
        component.getConfiguration().setBaseUrl(server.baseUrl());
        component.getConfiguration().setApiKey(API_KEY);
        component.getConfiguration().setRetryDelay(10);
        return component;
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
