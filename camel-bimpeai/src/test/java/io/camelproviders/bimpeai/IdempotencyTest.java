/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.RequestKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One effect for one logical call, whatever is repeated by whom. */
class IdempotencyTest {

    private final CallTestSupport rig = new CallTestSupport();

    @AfterEach
    void close() {
        rig.close();
    }

    private List<String> keys() {
        return rig
                .server
                .journal()
                .matching(request ->
                        request.method().equals("POST") && request.path().endsWith("/messages"))
                .stream()
                .map(request -> request.header("Idempotency-Key").orElse("none"))
                .toList();
    }

    private void route(RouteBuilder route) throws Exception {
        rig.context.addRoutes(route);
    }

    @Test
    void fourSendsOfOneExchangeAreFourCalls() throws Exception {
        // given
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:four")
                        .setBody(constant("same"))
                        .to(rig.messagesSend())
                        .setBody(constant("same"))
                        .to(rig.messagesSend())
                        .setBody(constant("same"))
                        .to(rig.messagesSend())
                        .setBody(constant("same"))
                        .to(rig.messagesSend());
            }
        });

        // when
        rig.send("direct:four", null);

        // then
        assertThat(keys()).hasSize(4).doesNotHaveDuplicates();
        assertThat(rig.server.replies(rig.conversation)).hasSize(4);
    }

    @Test
    void camelsRedeliveryRepeatsTheKeyAndTheEffectIsOne() throws Exception {
        // given
        rig.server.faults().times(2, Fault.lostResponse().on(RequestKind.SEND));
        route(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(1));
                from("direct:again").to(rig.messagesSend() + "&maxRetries=0");
            }
        });

        // when
        assertThat(rig.send("direct:again", "Hi").getException()).isNull();

        // then
        assertThat(keys()).hasSize(3);
        assertThat(keys().stream().distinct()).hasSize(1);
        assertThat(rig.server.replies(rig.conversation)).containsExactly("Hi");
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgainUnderTheSameKeyAndRequestId() {
        // given
        rig.server.faults().once(Fault.lostResponse().on(RequestKind.SEND));

        // when
        assertThat(rig.send(rig.messagesSend(), "Hi").getException()).isNull();

        // then
        List<Request> sends = rig.requests();
        assertThat(sends).hasSize(2);
        assertThat(keys().stream().distinct()).hasSize(1);
        assertThat(sends.get(1).header("X-Request-Id")).isEqualTo(sends.get(0).header("X-Request-Id"));
        assertThat(rig.server.replies(rig.conversation)).containsExactly("Hi");
        assertThat(rig.server.repeatedWrites()).isEqualTo(1);
    }

    @Test
    void aMessageThatIsRetriedIsAnsweredOnce() throws Exception {
        // given
        AtomicInteger tries = new AtomicInteger();
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("bimpeai:messages/stream?agentId=" + rig.agent + "&conversationId=" + rig.conversation)
                        .routeId("answer")
                        .errorHandler(noErrorHandler())
                        .setBody(constant("the answer"))
                        .to("bimpeai:messages/send")
                        .process(exchange -> {
                            if (tries.incrementAndGet() < 3) {
                                throw new IllegalStateException("after the send");
                            }
                        });
            }
        });
        StreamTestSupport.await(() -> rig.server.openStreams() > 0);

        // when
        rig.server.customerSays(rig.conversation, "Question");

        // then
        StreamTestSupport.await(() -> tries.get() == 3);
        assertThat(keys()).hasSize(3);
        assertThat(keys().stream().distinct()).hasSize(1);
        assertThat(rig.server.replies(rig.conversation)).containsExactly("the answer");
    }
}
