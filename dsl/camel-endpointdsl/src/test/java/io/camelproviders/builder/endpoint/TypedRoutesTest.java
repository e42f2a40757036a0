/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.builder.endpoint;

import static io.camelproviders.builder.endpoint.StaticEndpointBuilders.igpt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TypedRoutesTest extends CamelTestSupport {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        super.configureTest(configuration);
        configuration.withUseRouteBuilder(false);
    }

    @Test
    void bimpeaiConsumesMessagesAndSendsAnswers() throws Exception {
        try (FakeBimpeaiServer fake = FakeBimpeaiServer.start()) {
            String agent = fake.addAgent();
            String conversation = fake.addConversation(agent);
            String url = fake.baseUrl();
            run(new ProviderEndpointRouteBuilder() {
                @Override
                public void configure() {
                    from(bimpeai("messages/stream")
                                    .baseUrl(url)
                                    .apiKey(fake.apiKey())
                                    .agentId(agent)
                                    .conversationId(conversation)
                                    .roles("customer"))
                            .setBody(simple("Re: ${body.message}"))
                            .to(bimpeai("messages/send")
                                    .baseUrl(url)
                                    .apiKey(fake.apiKey())
                                    .agentId(agent)
                                    .advanced()
                                    .httpCause(false));
                }
            });
            await().atMost(SOON).until(() -> fake.openStreams(conversation) == 1);
            NotifyBuilder answered =
                    new NotifyBuilder(context()).whenCompleted(1).create();

            fake.customerSays(conversation, "Where is my order?");

            assertThat(answered.matches(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(fake.messages(conversation))
                    .extracting(message -> message.text())
                    .containsExactly("Where is my order?", "Re: Where is my order?");
            context().stop();
        }
    }

    @Test
    void igptTakesTypedOptionsWithSpecialCharacters() throws Exception {
        try (FakeIgptServer fake = FakeIgptServer.start()) {
            run(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:search")
                            .to(igpt("recall/search")
                                    .baseUrl(fake.baseUrl())
                                    .apiKey(FakeIgptServer.API_KEY)
                                    .user("u-1")
                                    .query("RAW(salt & pepper + 100%)")
                                    .maxResults(3));
                }
            });

            Object hits = template().requestBody("direct:search", (Object) null);

            assertThat(hits).isInstanceOf(Map.class);
            assertThat(fake.journal().all().get(0).json().path("query").asText())
                    .isEqualTo("salt & pepper + 100%");
            assertThat(fake.journal().all().get(0).json().path("max_results").asInt())
                    .isEqualTo(3);
        }
    }

    @Test
    void chatroutesSendsIntoAConversation() throws Exception {
        try (FakeChatroutesServer fake = FakeChatroutesServer.start()) {
            String conversation = fake.addConversation("Trip");
            run(new ProviderEndpointRouteBuilder() {
                @Override
                public void configure() {
                    from(direct("ask"))
                            .to(chatroutes("messages/send")
                                    .baseUrl(fake.baseUrl())
                                    .apiKey(FakeChatroutesServer.API_KEY)
                                    .conversationId(conversation))
                            .setBody(simple("${body.text}"));
                }
            });

            String answer = template().requestBody("direct:ask", "Where to?", String.class);

            assertThat(answer).isNotBlank();
            assertThat(fake.messages(conversation))
                    .extracting(message -> message.get("content"))
                    .contains("Where to?", answer);
        }
    }

    @Test
    void qgptAsksTheLocalServer() throws Exception {
        try (FakeQgptServer fake = FakeQgptServer.start()) {
            fake.answerWith(query -> QgptAnswer.words("You asked: " + query));
            run(new ProviderEndpointRouteBuilder() {
                @Override
                public void configure() {
                    from(direct("ask"))
                            .to(qgpt("stream")
                                    .baseUrl(fake.baseUrl())
                                    .advanced()
                                    .connectTimeout("20s"));
                }
            });

            String answer = template().requestBody("direct:ask", "What is this?", String.class);

            assertThat(answer).isEqualTo("You asked: What is this?");
            context().stop();
        }
    }

    private void run(RoutesBuilder routes) throws Exception {
        context().addRoutes(routes);
        context().start();
    }
}
