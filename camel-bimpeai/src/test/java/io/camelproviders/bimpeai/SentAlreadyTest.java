/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.ConflictException;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A route whose words change from try to try: a conflict under a derived key means that the customer has his answer. */
@Timeout(120)
class SentAlreadyTest {

    private final CallTestSupport rig = new CallTestSupport();
    private final AtomicInteger tries = new AtomicInteger();
    private final List<Exchange> done = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        rig.close();
    }

    /** Answers every message of a customer in words that say which try it is. */
    private void answer(String uri, int failuresBehindTheSend) throws Exception {
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("bimpeai:messages/stream?agentId=" + rig.agent + "&conversationId=" + rig.conversation)
                        .routeId("answer")
                        .onException(Exception.class)
                        .process(exchange ->
                                failures.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)))
                        .end()
                        .process(exchange -> {
                            heard.add(StreamTestSupport.text(exchange));
                            exchange.getMessage().setBody("words of try " + tries.incrementAndGet());
                        })
                        .to(uri)
                        .id("send")
                        .process(exchange -> {
                            if (tries.get() <= failuresBehindTheSend) {
                                throw new IllegalStateException("behind the send");
                            }
                            done.add(exchange);
                        });
            }
        });
        StreamTestSupport.await(() -> rig.server.openStreams() > 0);
        rig.server.customerSays(rig.conversation, "Question");
    }

    @Test
    void otherWordsAfterASendThatGotThroughCountAsSent() throws Exception {
        answer(rig.messagesSend(), 1);

        StreamTestSupport.await(() -> !done.isEmpty());
        assertThat(done.get(0).getMessage().getHeader(BimpeaiConstants.RESPONSE_ALREADY_SENT))
                .isEqualTo(true);
        assertThat(done.get(0).getMessage().getBody()).isNull();
        assertThat(rig.server.replies(rig.conversation)).containsExactly("words of try 1");
    }

    @Test
    void otherWordsAfterALostResponseCountAsSent() throws Exception {
        rig.server.faults().once(Fault.lostResponse().on(RequestKind.SEND));

        answer(rig.messagesSend() + "&maxRetries=0", 0);

        StreamTestSupport.await(() -> !done.isEmpty());
        assertThat(failures).hasSize(1);
        assertThat(done.get(0).getMessage().getHeader(BimpeaiConstants.RESPONSE_ALREADY_SENT))
                .isEqualTo(true);
        assertThat(rig.server.replies(rig.conversation)).containsExactly("words of try 1");
    }

    @Test
    void theMessageThatHadBeenSentIsSkippedOnceAndTheNextOneIsHeard() throws Exception {
        rig.server.faults().once(Fault.lostResponse().on(RequestKind.SEND));
        answer(rig.messagesSend() + "&maxRetries=0", 0);
        StreamTestSupport.await(() -> !done.isEmpty());

        rig.server.customerSays(rig.conversation, "Thanks");

        StreamTestSupport.await(() -> done.size() == 2);
        assertThat(heard).containsExactly("Question", "Question", "Thanks");
    }

    @Test
    void aConflictAfterAttemptsThatWereAllRefusedIsAConflict() throws Exception {
        // Created long after the consumer started, so no earlier process can have answered it.
        rig.server.clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)));
        rig.server.faults().once(Fault.respond(422).on(RequestKind.SEND));
        rig.server.faults().times(3, Fault.respond(409).on(RequestKind.SEND));

        answer(rig.messagesSend() + "&maxRetries=0", 0);

        StreamTestSupport.await(() -> failures.size() > 1);
        assertThat(failures.get(1)).isInstanceOf(ConflictException.class);
    }

    @Test
    void aConflictOnAMessageThatIsOlderThanTheConsumerCountsAsSentByAnEarlierProcess() throws Exception {
        rig.server.clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-1)));
        rig.server.faults().times(2, Fault.respond(409).on(RequestKind.SEND));

        answer(rig.messagesSend() + "&maxRetries=0", 0);

        StreamTestSupport.await(() -> !done.isEmpty());
        assertThat(failures).isEmpty();
        assertThat(done.get(0).getMessage().getHeader(BimpeaiConstants.RESPONSE_ALREADY_SENT))
                .isEqualTo(true);
    }

    @Test
    void aConflictWhoseRepetitionSucceedsIsASend() throws Exception {
        rig.server.clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-1)));
        rig.server.faults().once(Fault.respond(409).on(RequestKind.SEND));

        answer(rig.messagesSend() + "&maxRetries=0", 0);

        StreamTestSupport.await(() -> !done.isEmpty());
        assertThat(done.get(0).getMessage().getHeader(BimpeaiConstants.RESPONSE_ALREADY_SENT))
                .isNull();
        assertThat(rig.server.replies(rig.conversation)).containsExactly("words of try 1");
    }

    @Test
    void aConflictOfACallWithoutADerivedKeyIsAConflict() {
        rig.server.faults().once(Fault.lostResponse().on(RequestKind.SEND));
        rig.server.faults().times(3, Fault.respond(409).on(RequestKind.SEND));

        Exchange refused = rig.send(rig.messagesSend(), "hello");

        assertThat(refused.getException()).isInstanceOf(ConflictException.class);
    }
}
