/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import io.camelproviders.core.subscription.StreamStatus;
import io.camelproviders.support.consumer.stream.StreamConsumer;
import java.util.List;
import java.util.Map;
import org.apache.camel.Route;
import org.apache.camel.main.Main;

/** The Camel application: the route, the bean it uses, and the options of the component. */
final class Application {

    private static final String YAML = "classpath:io/camelproviders/examples/bimpeai/answer-customers.yaml";

    private final Main main = new Main();

    /** @param options of the component, such as {@code apiKey} */
    Application(Settings settings, Shop shop, Map<String, String> options) {
        main.bind("shop", shop);
        options.forEach((name, value) -> main.addInitialProperty("camel.component.bimpeai." + name, value));
        main.addInitialProperty(
                "camel.component.bimpeai.offsetDirectory",
                settings.directory().resolve("offsets").toString());
        main.addInitialProperty("camel.main.shutdownTimeout", "10");
        if (settings.yaml()) {
            main.configure().withRoutesIncludePattern(YAML);
        } else {
            main.configure().addRoutesBuilder(new AnswerRoute());
        }
    }

    /** Runs until the process is terminated. */
    void run() throws Exception {
        main.run();
    }

    void start() {
        main.start();
    }

    void stop() {
        main.stop();
    }

    /** Status of each stream. */
    List<StreamStatus> streams() {
        Route route = main.getCamelContext().getRoute(AnswerRoute.ID);
        return route != null && route.getConsumer() instanceof StreamConsumer consumer
                ? consumer.statuses()
                : List.of();
    }
}
