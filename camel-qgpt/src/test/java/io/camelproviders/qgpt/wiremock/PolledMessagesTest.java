/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ScenarioMappingBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.qgpt.QgptComponent;
import io.camelproviders.qgpt.model.Conversations.ConversationMessage;
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

/** The messages of a persisted conversation, polled while it grows. */
class PolledMessagesTest extends CamelTestSupport {

    private static final String URL = "/conversation/conversation-1/messages?transferables=false";
    private static final Duration LONG = Duration.ofSeconds(60);

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort())
            .build();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        QgptComponent component = new QgptComponent();
        component.getConfiguration().setBaseUrl(SERVER.baseUrl());
        context.addComponent("qgpt", component);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("qgpt:conversations/messages?conversationId=conversation-1&transferables=false"
                                + "&initialDelay=0&delay=50")
                        .routeId("poll")
                        .autoStartup(false)
                        .to("mock:message");
            }
        };
    }

    private static ScenarioMappingBuilder messages(String state) {
        return get(urlEqualTo(URL)).inScenario("conversation").whenScenarioStateIs(state);
    }

    private static String message(int number, String text) {
        return "{\"id\":\"message-" + number + "\",\"role\":\"USER\",\"fragment\":{\"string\":{\"raw\":\"" + text
                + "\"}}}";
    }

    @Test
    void eachMessageIsEmittedOnceInTheOrderOfTheConversation() throws Exception {
        // given
        SERVER.stubFor(messages(STARTED)
                .willReturn(okJson("{\"iterable\":[" + message(1, "When?") + "],\"indices\":{\"message-1\":0}}"))
                .willSetStateTo("longer"));
        SERVER.stubFor(messages("longer")
                .willReturn(okJson("{\"iterable\":[" + message(3, "Thanks.") + "," + message(2, "At six.") + ","
                        + message(1, "When?") + "],\"indices\":{\"message-1\":0,\"message-2\":1,\"message-3\":2}}")));
        MockEndpoint messages = getMockEndpoint("mock:message");
        messages.setResultWaitTime(LONG.toMillis());
        messages.expectedMessageCount(3);

        // when
        context().getRouteController().startRoute("poll");
        Awaitility.await()
                .atMost(LONG)
                .until(() -> SERVER.findAll(getRequestedFor(urlEqualTo(URL))).size() >= 4);

        // then
        messages.assertIsSatisfied();
        List<String> texts = messages.getReceivedExchanges().stream()
                .map(exchange ->
                        exchange.getMessage().getBody(ConversationMessage.class).text())
                .toList();
        assertThat(texts).containsExactly("When?", "At six.", "Thanks.");
    }
}
