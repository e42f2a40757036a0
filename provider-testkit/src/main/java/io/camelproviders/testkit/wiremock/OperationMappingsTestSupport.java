/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.wiremock;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the HTTP operations of a component on WireMock. Each mapping below {@code wiremock/mappings} on the class path
 * becomes a route; the test sends a message through it and compares the request with the mapping and the message that
 * comes out with the response. Bodies of streamed responses are below {@code wiremock/__files}.
 *
 * <p>A subclass names the operations and adds its component, with the base URL of {@link #SERVER}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OperationMappingsTestSupport extends CamelTestSupport {

    /** The server with the module's mappings, on a free port of the loopback interface. */
    @RegisterExtension
    protected static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort().usingFilesUnderClasspath("wiremock"))
            .build();

    private static final long RESULT_WAIT_MILLIS = 60_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServedRequests requests = new ServedRequests(SERVER);

    /** Names of the HTTP operations in the component's table. */
    protected abstract Set<String> httpOperations();

    /** Adds the component to a context that is not yet started. */
    protected abstract void addComponent(CamelContext context);

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        addComponent(context);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                mappings().forEach(mapping -> {
                    if (mapping.consumer()) {
                        from(mapping.uri())
                                .routeId(mapping.routeId())
                                .autoStartup(false)
                                .to(result(mapping));
                    } else {
                        from("direct:" + mapping.routeId()).to(mapping.uri()).to(result(mapping));
                    }
                });
            }
        };
    }

    /** The mappings that hold a call, by name. */
    protected static Stream<OperationMapping> mappings() {
        return SERVER.listAllStubMappings().getMappings().stream()
                .filter(stub -> stub.getMetadata() != null)
                .map(OperationMapping::of)
                .sorted(Comparator.comparing(OperationMapping::name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mappings")
    protected void sendsTheRequestOfTheMappingAndReadsItsResponse(OperationMapping mapping) throws Exception {
        // given
        MockEndpoint result = getMockEndpoint(result(mapping));
        result.setResultWaitTime(RESULT_WAIT_MILLIS);
        result.expectedMessageCount(1);

        // when
        Exception failure = run(mapping, result);

        // then
        requests.assertAllMatch();
        assertThat(failure).isNull();
        result.assertIsSatisfied();
        ServeEvent served = requests.only(mapping.name());
        assertResult(mapping.result(), result.getReceivedExchanges().get(0).getMessage(), served);
    }

    @Test
    protected void everyHttpOperationHasAMappingAndEveryMappingAnOperation() {
        // when
        Set<String> mapped =
                new TreeSet<>(mappings().map(OperationMapping::operation).toList());

        // then
        assertThat(mapped).isNotEmpty().isEqualTo(new TreeSet<>(httpOperations()));
    }

    @Test
    protected void everyMappingCallsTheOperationThatItNames() {
        assertThat(mappings()).allSatisfy(mapping -> assertThat(mapping.uri())
                .matches("[a-z]+:\\Q" + mapping.operation() + "\\E([?].*)?"));
    }

    private static String result(OperationMapping mapping) {
        return "mock:" + mapping.routeId();
    }

    private @Nullable Exception run(OperationMapping mapping, MockEndpoint result) throws Exception {
        if (!mapping.consumer()) {
            return send(mapping).getException();
        }
        context().getRouteController().startRoute(mapping.routeId());
        result.assertIsSatisfied();
        context().getRouteController().stopRoute(mapping.routeId());
        return null;
    }

    private Exchange send(OperationMapping mapping) {
        return template().send("direct:" + mapping.routeId(), exchange -> {
            exchange.setPattern(ExchangePattern.InOut);
            exchange.getMessage().setBody(mapping.body());
            exchange.getMessage().setHeaders(new java.util.HashMap<>(mapping.headers()));
        });
    }

    private void assertResult(ExpectedResult expected, Message message, ServeEvent served) throws Exception {
        Object body = message.getBody();
        if (expected.empty()) {
            assertThat(body).isNull();
        } else {
            assertType(expected, body);
            assertThat(json(body)).isEqualTo(withoutNulls(expectedBody(expected, served)));
            assertThat(UnknownFields.of(body))
                    .as("fields without a record component")
                    .isEqualTo(expected.unknown());
        }
        for (Map.Entry<String, JsonNode> header : expected.headers().entrySet()) {
            assertThat(json(message.getHeader(header.getKey())))
                    .as(header.getKey())
                    .isEqualTo(header.getValue());
        }
    }

    private static void assertType(ExpectedResult expected, Object body) {
        if (expected.type().equals("Map")) {
            assertThat(body).isInstanceOf(Map.class);
        } else if (expected.type().equals("List")) {
            assertThat(body).isInstanceOf(List.class);
        } else {
            assertThat(body.getClass().getSimpleName()).isEqualTo(expected.type());
        }
        if (!expected.items().isEmpty()) {
            assertThat((List<?>) body)
                    .isNotEmpty()
                    .extracting(item -> item.getClass().getSimpleName())
                    .containsOnly(expected.items());
        }
    }

    private static JsonNode expectedBody(ExpectedResult expected, ServeEvent served) throws IOException {
        return expected.body().isMissingNode()
                ? JSON.readTree(served.getResponse().getBodyAsString()).at(expected.at())
                : JSON.readTree(expected.body().toString());
    }

    /** A value as a user gets it as text; plain maps and lists of the JDK have no JSON form in Camel. */
    private JsonNode json(@Nullable Object value) throws Exception {
        boolean plain = value == null
                || value instanceof Map
                || value.getClass().getName().startsWith("java.");
        String text = plain
                ? JSON.writeValueAsString(value)
                : context().getTypeConverter().mandatoryConvertTo(String.class, value);
        return withoutNulls(JSON.readTree(text));
    }

    /** A field that is null stands for one that is absent. */
    private static JsonNode withoutNulls(JsonNode node) {
        node.forEach(OperationMappingsTestSupport::withoutNulls);
        if (node instanceof ContainerNode<?> && node.isObject()) {
            node.properties().removeIf(field -> field.getValue().isNull());
        }
        return node;
    }
}
