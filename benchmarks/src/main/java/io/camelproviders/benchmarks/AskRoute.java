/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import io.camelproviders.igpt.IgptComponent;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.model.dataformat.JsonLibrary;

/**
 * The route that is measured, in two ways that do the same: a text comes in, {@code {"user":…,"input":…}} goes out as JSON under a bearer key, the
 * answer's JSON is the body as a {@code Map}.
 */
enum AskRoute {
    /** With this project's component. */
    IGPT {
        @Override
        RouteBuilder in(CamelContext context, String baseUrl, String apiKey, int inFlight) {
            IgptComponent component = new IgptComponent();
            component.getConfiguration().setBaseUrl(baseUrl);
            component.getConfiguration().setApiKey(apiKey);
            component.getConfiguration().setUser(USER);
            component.getConfiguration().setMaxConnections(inFlight);
            context.addComponent("igpt", component);
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from(ENTRY).to("igpt:recall/ask");
                }
            };
        }
    },

    /** With camel-http, which needs a thread for each call and a pool of connections as large. */
    HTTP {
        @Override
        RouteBuilder in(CamelContext context, String baseUrl, String apiKey, int inFlight) {
            HttpComponent component = new HttpComponent();
            component.setConnectionsPerRoute(inFlight);
            component.setMaxTotalConnections(inFlight);
            context.addComponent("http", component);
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from(ENTRY)
                            .threads()
                            .poolSize(inFlight)
                            .maxPoolSize(inFlight)
                            .maxQueueSize(2 * inFlight)
                            .setBody(exchange -> Map.of(
                                    "user", USER, "input", exchange.getMessage().getBody(String.class)))
                            .marshal()
                            .json(JsonLibrary.Jackson)
                            .setHeader("Authorization", constant("Bearer " + apiKey))
                            .setHeader("Content-Type", constant("application/json"))
                            .setHeader("CamelHttpMethod", constant("POST"))
                            .to(baseUrl + "/recall/ask/")
                            .unmarshal()
                            .json(JsonLibrary.Jackson, Map.class);
                }
            };
        }
    };

    static final String ENTRY = "direct:ask";
    static final String USER = "user-4711";

    /** Sets a context up for it and gives the route. */
    abstract RouteBuilder in(CamelContext context, String baseUrl, String apiKey, int inFlight);
}
