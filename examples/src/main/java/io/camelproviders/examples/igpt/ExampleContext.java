/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.igpt;

import io.camelproviders.igpt.IgptComponent;
import io.camelproviders.igpt.IgptConfiguration;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import java.util.Objects;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Where an example plays: on iGPT if {@code IGPT_API_KEY} is set (and {@code IGPT_USER}, whose data is asked), else on an embedded fake.
 */
final class ExampleContext implements AutoCloseable {

    private static final String API_KEY = "IGPT_API_KEY";
    private static final String USER = "IGPT_USER";

    private final @Nullable FakeIgptServer fake;
    private final DefaultCamelContext context = new DefaultCamelContext();

    ExampleContext() {
        IgptComponent component = new IgptComponent();
        IgptConfiguration options = component.getConfiguration();
        String key = System.getenv(API_KEY);
        if (key == null || key.isBlank()) {
            fake = FakeIgptServer.start();
            options.setBaseUrl(fake.baseUrl());
            options.setApiKey(FakeIgptServer.API_KEY);
        } else {
            fake = null;
            options.setApiKey(key);
        }
        options.setUser(Objects.requireNonNullElse(System.getenv(USER), "ana"));
        context.addComponent("igpt", component);
        context.getShutdownStrategy().setTimeout(10);
    }

    /** Whether there is no real service behind it. */
    boolean rehearsing() {
        return fake != null;
    }

    /** The fake; there when {@link #rehearsing}. */
    FakeIgptServer fake() {
        return Objects.requireNonNull(fake, "the real service is asked");
    }

    /** Starts the routes. */
    DefaultCamelContext start(RoutesBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
        return context;
    }

    @Override
    public String toString() {
        return fake == null ? "iGPT" : "an embedded fake; set " + API_KEY + " and " + USER + " for the real service";
    }

    @Override
    public void close() {
        context.stop();
        if (fake != null) {
            fake.close();
        }
    }
}
