/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.bimpeai.FakeMessage;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A route that answers never answers itself, whatever comes first: the echo, the answer or the end of the process. */
class SentMessagesTest {

    private StreamTestSupport rig;

    @BeforeEach
    void start() {
        rig = new StreamTestSupport(FakeBimpeaiServer.start());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void answering(String options) throws Exception {
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(rig.watched(options))
                        .routeId("collect")
                        .process(rig::collect)
                        .setBody(simple("re ${body.message}"))
                        .to("bimpeai:messages/send");
                from("direct:other").to("bimpeai:messages/send?conversationId=" + rig.conversation);
                from("direct:anywhere").to("bimpeai:conversations/send");
            }
        });
        rig.start();
        rig.awaitOpen();
    }

    private void awaitQuiet(int messages) {
        StreamTestSupport.await(() -> rig.server.messages(rig.conversation).size() >= messages);
        FakeMessage last = rig.server.messages(rig.conversation).get(messages - 1);
        StreamTestSupport.await(() -> last.id().equals(rig.status().committed()));
        Awaitility.await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        assertThat(rig.server.messages(rig.conversation).size()).isEqualTo(messages);
    }

    @Test
    void passesOverTheEchoOfItsAnswers() throws Exception {
        // given
        answering("");
        // when
        rig.say(1, 50);
        // then
        awaitQuiet(100);
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 50));
    }

    @Test
    void waitsForTheAnswerToASendWhenTheEchoComesFirst() throws Exception {
        // given: the answers of the first sends are lost, so that their echo comes long before the id is known
        rig.server.faults().times(2, Fault.lostResponse().on(RequestKind.SEND));
        answering("&maxInFlight=8");
        // when
        rig.say(1, 20);
        // then
        awaitQuiet(40);
        assertThat(rig.texts).containsExactlyInAnyOrderElementsOf(StreamTestSupport.texts(1, 20));
    }

    @Test
    void passesOverWhatAnotherRouteSends() throws Exception {
        // given
        answering("");
        // when
        for (int i = 0; i < 20; i++) {
            rig.context.createProducerTemplate().sendBody("direct:other", "hello " + i);
            rig.context
                    .createProducerTemplate()
                    .sendBody(
                            "direct:anywhere",
                            java.util.Map.of("message", "news " + i, "conversation_id", rig.conversation));
        }
        // then
        awaitQuiet(40);
        assertThat(rig.texts).isEmpty();
    }

    @Test
    void keepsThemInMindOverARestartHoweverManyThereAre() throws Exception {
        // given: three hundred answers whose echo has not come when the route stops
        answering("&offsetDirectory=" + rig.offsets());
        rig.server.addMessages(rig.conversation, 300, "t");
        StreamTestSupport.await(() -> rig.server.replies(rig.conversation).size() >= 280);
        // when
        rig.context.getRouteController().stopRoute("collect");
        rig.context.getRouteController().startRoute("collect");
        // then
        awaitQuiet(600);
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 300));
    }
}
