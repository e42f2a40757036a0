/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sources that are polled, in each shape that a list of the service may have. */
class PolledListTest extends CamelTestSupport {

    private static final String PATH = "/v1/datasources/list/";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String FIRST = "{\"id\":\"spike/7/messages\",\"status\":\"enabled\"}";
    private static final String SECOND = "{\"id\":\"spike/8/messages\",\"status\":\"enabled\"}";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockService.start();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return WireMockService.addTo(super.createCamelContext(), SERVER);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("igpt:datasources/list?initialDelay=0&delay=50")
                        .routeId("poll")
                        .autoStartup(false)
                        .to("mock:item");
            }
        };
    }

    private static void stubLists(String shape) {
        SERVER.stubFor(post(urlPathEqualTo(PATH))
                .withRequestBody(equalToJson("{\"user\":\"resident-12\"}"))
                .inScenario("list")
                .whenScenarioStateIs(STARTED)
                .willReturn(WireMockService.json(200, String.format(shape, FIRST)))
                .willSetStateTo("longer"));
        SERVER.stubFor(post(urlPathEqualTo(PATH))
                .inScenario("list")
                .whenScenarioStateIs("longer")
                .willReturn(WireMockService.json(200, String.format(shape, FIRST + "," + SECOND))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s]", "{\"datasources\":[%s],\"took\":3}"})
    void eachItemIsEmittedOnceAlsoWhenItComesLater(String shape) throws Exception {
        // given
        stubLists(shape);
        MockEndpoint items = getMockEndpoint("mock:item");
        items.setResultWaitTime(LONG.toMillis());
        items.expectedMessageCount(2);

        // when
        context().getRouteController().startRoute("poll");
        Awaitility.await()
                .atMost(LONG)
                .until(() ->
                        SERVER.findAll(postRequestedFor(urlPathEqualTo(PATH))).size() >= 4);

        // then
        items.assertIsSatisfied();
        List<Object> ids = items.getReceivedExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody(Map.class).get("id"))
                .toList();
        assertThat(ids).containsExactly("spike/7/messages", "spike/8/messages");
    }
}
