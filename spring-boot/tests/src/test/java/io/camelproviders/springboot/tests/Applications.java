/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Starts the applications that the tests look at. */
final class Applications {

    /** The id of the route of {@link #answering}. */
    static final String ROUTE = "answer-customers";

    private Applications() {}

    /** An application without routes and without a web server. */
    static ConfigurableApplicationContext quiet(String... properties) {
        return new SpringApplicationBuilder(NoRoutes.class)
                .web(WebApplicationType.NONE)
                .run(arguments(List.of(properties)));
    }

    /** An application without a web server whose route streams and answers. */
    static ConfigurableApplicationContext answeringWithoutWeb(String... properties) {
        return new SpringApplicationBuilder(Answering.class)
                .web(WebApplicationType.NONE)
                .run(arguments(List.of(properties)));
    }

    /** An application that answers the customers of this agent, with all actuator endpoints on a free port. */
    static ConfigurableApplicationContext answering(FakeBimpeaiServer server, String agent) {
        List<String> properties = List.of(
                "camel.component.bimpeai.api-key=" + server.apiKey(),
                "camel.component.bimpeai.base-url=" + server.baseUrl(),
                "camel.component.bimpeai.agent-id=" + agent,
                "camel.component.bimpeai.reconnect-delay=20ms",
                "camel.component.bimpeai.discovery-delay=1s",
                "server.port=0",
                "server.address=127.0.0.1",
                "management.endpoints.web.exposure.include=health,prometheus",
                "management.endpoint.health.show-details=always",
                "camel.health.exposure-level=full");
        return new SpringApplicationBuilder(Answering.class).run(arguments(properties));
    }

    private static String[] arguments(List<String> properties) {
        List<String> arguments = new ArrayList<>(List.of("--spring.main.banner-mode=off", "--camel.main.name=shop"));
        properties.forEach(property -> arguments.add("--" + property));
        return arguments.toArray(String[]::new);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Beans.class)
    static class NoRoutes {}

    @Configuration(proxyBeanMethods = false)
    @Import(NoRoutes.class)
    static class Answering {

        @Bean
        RouteBuilder answerCustomers() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("bimpeai:messages/stream?conversationId=*&roles=customer")
                            .routeId(ROUTE)
                            .setBody(simple("You said ${body.message}"))
                            .to("bimpeai:messages/send");
                }
            };
        }
    }
}
