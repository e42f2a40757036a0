/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.awaitility.Awaitility.await;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiExtension;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeBimpeaiExtension.class)
class AnswerRouteTest {

    @Test
    void answersEveryMessageAcrossABrokenConnection(FakeBimpeaiServer server) throws Exception {
        // given
        String agent = server.addAgent();
        String conversation = server.addConversation(agent);
        server.faults().once(Fault.dropAfter(1));
        Main camel = new Main();
        server.componentProperties().forEach(camel::addInitialProperty);
        camel.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("bimpeai:messages/stream?roles=customer&agentId=" + agent + "&conversationId=" + conversation)
                        .setBody(simple("You said: ${body.message}"))
                        .to("bimpeai:messages/send?agentId=" + agent);
            }
        });

        // when
        camel.start();
        server.awaitStream(conversation);
        server.customerSays(conversation, "one");
        server.customerSays(conversation, "two");

        // then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> server.replies(conversation).equals(List.of("You said: one", "You said: two")));
        camel.stop();
    }
}
