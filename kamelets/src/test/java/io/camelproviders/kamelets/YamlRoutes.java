/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.kamelets;

import java.util.List;
import java.util.Map;
import org.apache.camel.Route;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A started Camel context with the YAML routes of a resource; nothing of the providers is configured outside them. */
final class YamlRoutes implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();

    private YamlRoutes(Map<String, String> properties) {
        properties.forEach(context.getPropertiesComponent()::addOverrideProperty);
        context.getShutdownStrategy().setTimeout(5);
        context.start();
    }

    /** Starts the routes of a file of the test resources. */
    static YamlRoutes start(String file, Map<String, String> properties) throws Exception {
        YamlRoutes routes = new YamlRoutes(properties);
        return routes.load(ResourceHelper.resolveMandatoryResource(routes.context, "classpath:routes/" + file));
    }

    /** Starts the routes of a text. */
    static YamlRoutes startText(String yaml, Map<String, String> properties) throws Exception {
        return new YamlRoutes(properties).load(ResourceHelper.fromString("snippet.yaml", yaml));
    }

    private YamlRoutes load(Resource resource) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(resource);
        return this;
    }

    /** Ids of the started routes. */
    List<String> running() {
        return context.getRoutes().stream()
                .map(Route::getRouteId)
                .filter(id -> context.getRouteController().getRouteStatus(id).isStarted())
                .toList();
    }

    String ask(String uri, String text) {
        return context.createProducerTemplate().requestBody(uri, text, String.class);
    }

    MockEndpoint mock(String uri) {
        return context.getEndpoint(uri, MockEndpoint.class);
    }

    @Override
    public void close() {
        context.stop();
    }
}
