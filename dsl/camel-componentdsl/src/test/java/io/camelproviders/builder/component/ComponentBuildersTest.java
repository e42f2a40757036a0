/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.builder.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.bimpeai.BimpeaiComponent;
import io.camelproviders.chatroutes.ChatroutesComponent;
import io.camelproviders.igpt.IgptComponent;
import io.camelproviders.qgpt.QgptComponent;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ComponentBuildersTest {

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aRegisteredComponentCarriesItsOptionsIntoCalls() {
        try (FakeIgptServer fake = FakeIgptServer.start()) {
            ComponentsBuilderFactory.igpt()
                    .baseUrl(fake.baseUrl())
                    .apiKey(FakeIgptServer.API_KEY)
                    .user("u-1")
                    .register(context, "igpt");

            ask("igpt:recall/ask", "Hello?");

            assertThat(fake.journal().all().get(0).json().path("user").asText()).isEqualTo("u-1");
        }
    }

    @Test
    void propertyPlaceholdersAreResolvedWhenRegistering() {
        try (FakeBimpeaiServer fake = FakeBimpeaiServer.start()) {
            context.getPropertiesComponent().addOverrideProperty("console.key", fake.apiKey());
            String agent = fake.addAgent();
            ComponentsBuilderFactory.bimpeai()
                    .baseUrl(fake.baseUrl())
                    .apiKey("{{console.key}}")
                    .register(context, "console");

            Object conversations = ask("console:conversations/list?agentId=" + agent, null);

            assertThat(conversations).isInstanceOf(List.class);
        }
    }

    @Test
    void chatroutesAndQgptAreBuiltAndUsed() {
        try (FakeChatroutesServer chatroutes = FakeChatroutesServer.start();
                FakeQgptServer pieces = FakeQgptServer.start()) {
            ComponentsBuilderFactory.chatroutes()
                    .baseUrl(chatroutes.baseUrl())
                    .apiKey(FakeChatroutesServer.API_KEY)
                    .register(context, "chatroutes");
            ComponentsBuilderFactory.qgpt()
                    .baseUrl(pieces.baseUrl())
                    .connectTimeout(20_000)
                    .register(context, "qgpt");

            ask("chatroutes:conversations/create", Map.of("title", "Trip"));
            ask("qgpt:models", null);

            assertThat(chatroutes.journal().total()).isEqualTo(1);
            assertThat(pieces.journal().all())
                    .anyMatch(request -> request.path().equals("/models"));
        }
    }

    @Test
    void everyBuilderBuildsItsComponent() {
        assertThat(ComponentsBuilderFactory.bimpeai().build()).isExactlyInstanceOf(BimpeaiComponent.class);
        assertThat(ComponentsBuilderFactory.chatroutes().build()).isExactlyInstanceOf(ChatroutesComponent.class);
        assertThat(ComponentsBuilderFactory.igpt().build()).isExactlyInstanceOf(IgptComponent.class);
        assertThat(ComponentsBuilderFactory.qgpt().build()).isExactlyInstanceOf(QgptComponent.class);
    }

    private Object ask(String uri, Object body) {
        return context.createProducerTemplate().requestBody(uri, body);
    }
}
