/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The conversation that {@code conversations/send} wrote into. */
class ConversationLookupTest {

    private final CallTestSupport rig = new CallTestSupport();
    private final String uri = "bimpeai:conversations/send?lookUpConversation=true&agentId=" + rig.agent;

    @AfterEach
    void close() {
        rig.close();
    }

    private static Map<String, Object> body(String user) {
        return Map.of("message", "Hi", "channel_type", "whatsapp", "channel_user_id", user);
    }

    @Test
    void findsTheConversationThatWasStartedAmongSimilarOnes() {
        // given
        for (int i = 0; i < 3; i++) {
            rig.server.addConversation(
                    rig.agent, JsonNodeFactory.instance.objectNode().put("channel_user_id", "2348000" + i));
        }

        // when
        Exchange exchange = rig.send(uri, body("234800"));

        // then
        String id = exchange.getMessage().getHeader(BimpeaiConstants.CONVERSATION_ID, String.class);
        assertThat(exchange.getException()).isNull();
        assertThat(rig.server.replies(id)).containsExactly("Hi");
        assertThat(rig.last().rawQuery()).isEqualTo("page=1&limit=100&search=234800&sort=-created_at&channel=whatsapp");
    }

    @Test
    void asksNobodyWhenTheIdIsKnownOrNotWanted() {
        Exchange known = rig.send(uri, Map.of("message", "Hi", "conversation_id", rig.conversation));
        Exchange unwanted = rig.send("bimpeai:conversations/send?agentId=" + rig.agent, body("1"));

        assertThat(known.getMessage().getHeader(BimpeaiConstants.CONVERSATION_ID))
                .isEqualTo(rig.conversation);
        assertThat(unwanted.getMessage().getHeader(BimpeaiConstants.CONVERSATION_ID))
                .isNull();
        assertThat(rig.requests()).hasSize(2);
    }

    @Test
    void aFailureToFindItDoesNotFailTheSendAndNamesNoOtherConversation() {
        // given: the send is answered slowly, the list with a failure
        rig.server.faults().once(Fault.throttled(4_096, Duration.ofMillis(1)).on(RequestKind.SEND));
        rig.server.faults().once(Fault.respond(501).on(RequestKind.CALL));

        // when
        Exchange exchange = rig.send(uri, body("5"), Map.of(BimpeaiConstants.CONVERSATION_ID, "older"));

        // then
        assertThat(exchange.getException()).isNull();
        assertThat(rig.last().path()).endsWith("/conversations");
        assertThat(exchange.getMessage().getHeader(BimpeaiConstants.CONVERSATION_ID))
                .isNull();
    }
}
