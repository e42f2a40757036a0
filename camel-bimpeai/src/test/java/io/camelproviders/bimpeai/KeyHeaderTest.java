/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A key in a header is good for one call. */
@Timeout(120)
class KeyHeaderTest {

    private static final String KEY = "order-17";

    private final CallTestSupport rig = new CallTestSupport();

    @AfterEach
    void stop() {
        rig.close();
    }

    private Exchange send(RouteBuilder route, Object body) throws Exception {
        rig.context.addRoutes(route);
        return rig.send("direct:in", body, Map.of(BimpeaiConstants.IDEMPOTENCY_KEY, KEY));
    }

    private List<String> keys() {
        return rig.requests().stream()
                .map(request -> request.header("Idempotency-Key").orElse("none"))
                .toList();
    }

    @Test
    void theSecondSendOfAnExchangeHasAKeyOfItsOwn() throws Exception {
        Exchange done = send(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in")
                                .to(rig.messagesSend())
                                .setBody(constant("second"))
                                .to(rig.messagesSend());
                    }
                },
                "first");

        assertThat(done.getException()).isNull();
        assertThat(keys()).hasSize(2).doesNotHaveDuplicates().first().isEqualTo(KEY);
        assertThat(rig.server.replies(rig.conversation)).containsExactly("first", "second");
        assertThat(done.getMessage().getHeader(BimpeaiConstants.IDEMPOTENCY_KEY))
                .isNull();
    }

    @Test
    void aFailedCallTakesItsKeyWithItAndCamelsRedeliveryPutsItBack() throws Exception {
        rig.server.faults().times(2, Fault.respond(503).on(RequestKind.SEND));

        Exchange done = send(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        errorHandler(
                                defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(1));
                        from("direct:in").to(rig.messagesSend() + "&maxRetries=0");
                    }
                },
                "first");

        assertThat(done.getException()).isNull();
        assertThat(keys()).containsExactly(KEY, KEY, KEY);
    }

    @Test
    void aFailedCallLeavesNoKeyForTheCallBehindIt() throws Exception {
        rig.server.faults().once(Fault.respond(400).on(RequestKind.SEND));

        send(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in")
                                .doTry()
                                .to(rig.messagesSend())
                                .doCatch(Exception.class)
                                .setBody(constant("instead"))
                                .to(rig.messagesSend())
                                .end();
                    }
                },
                "first");

        assertThat(keys()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void copiesOfASplitCombineTheKeyWithTheirPlace() throws Exception {
        Exchange done = send(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").split(body().tokenize(",")).to(rig.messagesSend());
                    }
                },
                "a,b,a");

        assertThat(done.getException()).isNull();
        assertThat(keys()).hasSize(3).doesNotHaveDuplicates().doesNotContain(KEY);
        assertThat(rig.server.replies(rig.conversation)).containsExactly("a", "b", "a");
    }

    @Test
    void recipientsOfAListCombineTheKeyWithTheirPlaceAndRepeatItForTheSameExchange() throws Exception {
        Exchange done = send(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in")
                                .recipientList(
                                        constant(rig.messagesSend() + "|" + rig.messagesSend() + "&param.x=1"), "|");
                    }
                },
                "twice");

        assertThat(done.getException()).isNull();
        assertThat(keys()).hasSize(2).doesNotHaveDuplicates().doesNotContain(KEY);
    }
}
