/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.bimpeai.model.Agents.AgentDetail;
import io.camelproviders.core.error.ProtocolException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers of a server that is not our own fake. */
class CannedAnswersTest {

    private static final String AGENT = "/api/v1/console/agents/a_9";

    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        BimpeaiComponent component = new BimpeaiComponent();
        component.getConfiguration().setBaseUrl(server.baseUrl());
        component.getConfiguration().setApiKey("sk_canned");
        component.getConfiguration().setRetryDelay(10);
        context.addComponent("bimpeai", component);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private Object retrieve() {
        return context.createProducerTemplate().requestBody("bimpeai:agents/retrieve?agentId=a_9", (Object) null);
    }

    @Test
    void readsAnAnswerAndKeepsWhatItDoesNotKnow() {
        // given
        server.stubFor(get(urlPathEqualTo(AGENT))
                .willReturn(
                        okJson("{\"message\":\"ok\",\"data\":{\"id\":\"a_9\",\"name\":\"Desk\",\"mood\":\"calm\"}}")));
        // when
        AgentDetail agent = (AgentDetail) retrieve();
        // then
        assertThat(agent.name()).isEqualTo("Desk");
        assertThat(agent.additionalProperties()).containsEntry("mood", "calm");
    }

    @Test
    void takesAnHtmlPageForNoAnswer() {
        // given
        server.stubFor(get(urlPathEqualTo(AGENT))
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<html>proxy</html>")));
        // when, then
        assertThatThrownBy(this::retrieve)
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(ProtocolException.class);
    }

    @Test
    void repeatsAReadWhoseConnectionEndsWithoutAnAnswer() {
        // given
        server.stubFor(get(urlPathEqualTo(AGENT)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        // when
        assertThatThrownBy(this::retrieve).isInstanceOf(CamelExecutionException.class);
        // then
        server.verify(3, getRequestedFor(urlPathEqualTo(AGENT)));
    }
}
