/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.igpt.IgptComponent;
import org.apache.camel.CamelContext;

/** A service whose responses a test stubs one by one, and the component that calls it. */
final class WireMockService {

    static final String API_KEY = "igpt-example-key";
    static final String ASK = "/v1/recall/ask/";
    static final String RUN = "/v1/recall/run/";

    private WireMockService() {}

    static WireMockExtension start() {
        return WireMockExtension.newInstance()
                .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort())
                .build();
    }

    /** Adds the component, with delays that do not hold a test up. */
    static CamelContext addTo(CamelContext context, WireMockExtension server) {
        IgptComponent component = new IgptComponent();
        component.getConfiguration().setBaseUrl(server.url("/v1"));
        component.getConfiguration().setApiKey(API_KEY);
        component.getConfiguration().setUser("resident-12");
        component.getConfiguration().setRetryDelay(10);
        context.addComponent("igpt", component);
        return context;
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    static ResponseDefinitionBuilder events(String body) {
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(body);
    }
}
