/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code toD}: one endpoint whatever the values, and the values rank as the URI's own. */
class DynamicUriTest {

    private final CallTestSupport rig = new CallTestSupport();

    @AfterEach
    void close() {
        rig.close();
    }

    private void route(String uri) throws Exception {
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dynamic").toD(uri);
            }
        });
    }

    private Exchange send(@Nullable Object body, Map<String, Object> headers) {
        return rig.send("direct:dynamic", body, headers);
    }

    private long endpoints() {
        return rig.context.getEndpoints().stream()
                .filter(endpoint -> endpoint.getEndpointUri().startsWith("bimpeai"))
                .count();
    }

    @Test
    void aThousandValuesMakeOneEndpoint() throws Exception {
        // given
        route("bimpeai:conversations/retrieve?agentId=" + rig.agent + "&requestTimeout=20s"
                + "&throwExceptionOnFailure=false&conversationId=${header.c}");
        // when
        for (int i = 0; i < 1_000; i++) {
            send(null, Map.of("c", "c" + i, BimpeaiConstants.CONVERSATION_ID, "other"));
        }
        // then
        assertThat(endpoints()).isEqualTo(1);
        assertThat(rig.requests()).hasSize(1_000);
        assertThat(rig.last().path()).endsWith("/agents/" + rig.agent + "/conversations/c999");
    }

    @Test
    void fieldsAndKeysOfTheUriTravelToo() throws Exception {
        // given
        route("bimpeai:messages/send?agentId=" + rig.agent
                + "&conversation_id=${header.c}&param.role=${header.r}&idempotencyKey=${header.k}");
        // when
        Exchange exchange = send("Hi", Map.of("c", rig.conversation, "r", "user", "k", "order-7"));
        // then
        assertThat(exchange.getException()).isNull();
        assertThat(rig.last().bodyText()).isEqualTo("{\"message\":\"Hi\",\"role\":\"user\"}");
        assertThat(rig.last().header("Idempotency-Key")).contains("order-7");
        assertThat(exchange.getProperties()).doesNotContainKey("CamelProviderUriValues");
        assertThat(endpoints()).isEqualTo(1);
    }

    @Test
    void anOptionThatIsNoParameterMakesAnEndpointOfItsOwn() throws Exception {
        // given
        route("bimpeai:agents/list?page=${header.p}&maxItems=${header.m}");
        // when
        send(null, Map.of("p", 1, "m", 5));
        send(null, Map.of("p", 1, "m", 6));
        // then
        assertThat(endpoints()).isEqualTo(2);
        assertThat(rig.requests()).hasSize(2);
    }

    @Test
    void textOfACustomerCannotBringOptionsInAndIsNeverEvaluated() throws Exception {
        // given
        route("bimpeai:messages/send?agentId=" + rig.agent + "&conversationId=" + rig.conversation
                + "&message=${header.text}");
        // when
        Exchange smuggled = send(null, Map.of("text", "hi&baseUrl=http://127.0.0.1:1&apiKey=x"));
        // then
        assertThat(smuggled.getException()).hasMessageContaining("RAW(...)");
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    void rawKeepsTheTextAsItIs() throws Exception {
        // given
        route("bimpeai:messages/send?agentId=" + rig.agent + "&conversationId=" + rig.conversation
                + "&message=RAW(${header.text})");
        // when
        Exchange exchange = send(null, Map.of("text", "a & b + c $simple{sys.user.home} 100%"));
        // then
        assertThat(exchange.getException()).isNull();
        assertThat(rig.last().bodyText()).isEqualTo("{\"message\":\"a & b + c $simple{sys.user.home} 100%\"}");
        assertThat(endpoints()).isEqualTo(1);
    }
}
