/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.bimpeai.BimpeaiConstants;
import io.camelproviders.bimpeai.model.KnowledgeBases.KbItem;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list that is polled: which of its items become exchanges when the list changes between two polls. */
class PolledListTest extends CamelTestSupport {

    private static final String PATH = WireMockConsole.AGENT + "/knowledge_bases";
    private static final Duration LONG = Duration.ofSeconds(60);

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockConsole.start();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return WireMockConsole.addTo(super.createCamelContext(), SERVER);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                String poll = "bimpeai:knowledge-bases/list?agentId=agt_harbour&initialDelay=0&delay=50&emit=";
                for (String emit : List.of("new", "changed")) {
                    from(poll + emit).routeId(emit).autoStartup(false).to("mock:" + emit);
                }
            }
        };
    }

    private static void stubLists(String first, String then) {
        SERVER.stubFor(get(urlPathEqualTo(PATH))
                .inScenario("list")
                .whenScenarioStateIs(STARTED)
                .willReturn(WireMockConsole.json(200, "{\"message\":\"ok\",\"data\":[" + first + "]}"))
                .willSetStateTo("changed"));
        SERVER.stubFor(get(urlPathEqualTo(PATH))
                .inScenario("list")
                .whenScenarioStateIs("changed")
                .willReturn(WireMockConsole.json(200, "{\"message\":\"ok\",\"data\":[" + then + "]}")));
    }

    private static String item(String id, String name) {
        return "{\"id\":\"" + id + "\",\"type\":\"text\",\"name\":\"" + name + "\"}";
    }

    private List<String> polled(String emit, int expected) throws Exception {
        MockEndpoint items = getMockEndpoint("mock:" + emit);
        items.setResultWaitTime(LONG.toMillis());
        items.expectedMessageCount(expected);
        items.expectedHeaderReceived(BimpeaiConstants.AGENT_ID, "agt_harbour");
        context().getRouteController().startRoute(emit);
        Awaitility.await()
                .atMost(LONG)
                .until(() ->
                        SERVER.findAll(getRequestedFor(urlPathEqualTo(PATH))).size() >= 4);
        items.assertIsSatisfied();
        return items.getReceivedExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody(KbItem.class))
                .map(item -> item.id() + " " + item.name())
                .toList();
    }

    @Test
    void newItemsAreEmittedOnce() throws Exception {
        // given
        stubLists(
                item("kbs_1", "Prices") + "," + item("kbs_2", "Map"),
                item("kbs_1", "Fees") + "," + item("kbs_3", "Rules"));

        // when
        List<String> emitted = polled("new", 3);

        // then
        assertThat(emitted).containsExactly("kbs_1 Prices", "kbs_2 Map", "kbs_3 Rules");
    }

    @Test
    void changedItemsAreEmittedAgain() throws Exception {
        // given
        stubLists(
                item("kbs_1", "Prices") + "," + item("kbs_2", "Map"),
                item("kbs_1", "Fees") + "," + item("kbs_2", "Map"));

        // when
        List<String> emitted = polled("changed", 3);

        // then
        assertThat(emitted).containsExactly("kbs_1 Prices", "kbs_2 Map", "kbs_1 Fees");
    }
}
