/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class NewerCamelTest {

    @Test
    void streamsAndAnswersOnTheNewerCore() throws Exception {
        try (FakeBimpeaiServer server = FakeBimpeaiServer.start()) {
            // given
            String agent = server.addAgent();
            String conversation = server.addConversation(agent);
            server.faults().once(Fault.dropAfter(2));
            Main main = new Main();
            main.addInitialProperty("camel.component.bimpeai.api-key", server.apiKey());
            main.addInitialProperty("camel.component.bimpeai.base-url", server.baseUrl());
            main.addInitialProperty("camel.component.bimpeai.agent-id", agent);
            main.addInitialProperty("camel.component.bimpeai.reconnect-delay", "20");
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from("bimpeai:messages/stream?conversationId=" + conversation)
                            .setBody(simple("You said ${body.message}"))
                            .to("bimpeai:messages/send");
                }
            });
            // when
            main.start();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> server.openStreams() > 0);
            for (int i = 1; i <= 5; i++) {
                server.customerSays(conversation, "t" + i);
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> server.replies(conversation).size() >= 5);
            String version = main.getCamelContext().getVersion();
            main.stop();
            // then
            assertThat(version).isEqualTo("4.22.0");
            assertThat(server.replies(conversation))
                    .isEqualTo(List.of("You said t1", "You said t2", "You said t3", "You said t4", "You said t5"));
        }
    }
}
