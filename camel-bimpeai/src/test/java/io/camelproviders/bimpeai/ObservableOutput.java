/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** All that a running context tells about itself, by the place where it is told. */
final class ObservableOutput {

    private final Map<String, String> told = new LinkedHashMap<>();

    static void enable(DefaultCamelContext context) {
        context.setDevConsole(true);
        context.setMessageHistory(true);
    }

    ObservableOutput add(String place, Object what) {
        told.merge(place, String.valueOf(what), (one, other) -> one + '\n' + other);
        return this;
    }

    ObservableOutput exchange(String place, Exchange exchange) {
        add(place + " headers", exchange.getMessage().getHeaders());
        add(place + " properties", exchange.getProperties());
        add(place + " all properties", exchange.getAllProperties());
        add(place + " variables", exchange.getVariables());
        add(place + " exchange", exchange);
        if (exchange.getException() != null) {
            add(place + " exception", LogCapture.chain(exchange.getException()));
        }
        return this;
    }

    ObservableOutput context(CamelContext context) throws Exception {
        context.getEndpoints().forEach(endpoint -> add("endpoint", endpoint));
        context.getRoutes()
                .forEach(route -> add("route", route + " " + route.getConsumer() + " " + route.getEndpoint()));
        health(context);
        consoles(context);
        beans();
        return this;
    }

    /** The dump that Camel writes with placeholders in place of their values. */
    ObservableOutput routeDump(DefaultCamelContext context) throws Exception {
        String xml = PluginHelper.getModelToXMLDumper(context)
                .dumpModelAsXml(context, context.getRouteDefinitions().get(0));
        return add("route dump", xml);
    }

    private void health(CamelContext context) {
        HealthCheckRegistry checks = HealthCheckRegistry.get(context);
        checks.register(checks.resolveById("consumers"));
        checks.stream().map(HealthCheck::call).forEach(result -> {
            add("health message", result.getMessage());
            add("health details", result.getDetails());
            result.getError().ifPresent(error -> add("health error", LogCapture.chain(error)));
        });
    }

    private void consoles(CamelContext context) {
        DevConsoleRegistry consoles = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        consoles.register(consoles.resolveById("bimpeai"));
        consoles.stream()
                .filter(console -> !"properties".equals(console.getId()))
                .forEach(console -> {
                    add("console " + console.getId(), console.call(DevConsole.MediaType.TEXT));
                    add("console " + console.getId(), console.call(DevConsole.MediaType.JSON));
                });
    }

    private void beans() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            add("JMX name", name);
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                add("JMX " + name.getKeyProperty("type") + ' ' + attribute.getName(), value(server, name, attribute));
            }
        }
    }

    private static Object value(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            return server.getAttribute(name, attribute.getName());
        } catch (JMException | RuntimeException e) {
            return LogCapture.chain(e);
        }
    }

    boolean tells(String place) {
        return told.keySet().stream().anyMatch(one -> one.startsWith(place));
    }

    String at(String place) {
        return told.getOrDefault(place, "");
    }

    /** The places, with what is around, where a secret can be read. */
    Map<String, String> placesOf(Iterable<String> secrets) {
        Map<String, String> found = new LinkedHashMap<>();
        told.forEach((place, text) -> secrets.forEach(secret -> {
            int at = text.indexOf(secret);
            if (at >= 0) {
                found.put(place, text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 80)));
            }
        }));
        return found;
    }
}
