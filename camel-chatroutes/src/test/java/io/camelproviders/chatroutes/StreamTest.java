/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.chatroutes.model.Messages.Usage;
import io.camelproviders.chatroutes.stream.ChatroutesEvent;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.chatroutes.ChatroutesFaults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streamed answers in all their modes. */
class StreamTest {

    private static final String ANSWER = "You said: Grüße 🐪";

    private final List<String> pieces = new CopyOnWriteArrayList<>();
    private ChatroutesTestSupport rig;
    private String conversation;

    @BeforeEach
    void start() {
        rig = new ChatroutesTestSupport();
        conversation = rig.fake.addConversation("Trip");
    }

    @AfterEach
    void stop() {
        rig.close();
        assertThat(rig.fake.loopback().failures()).isEmpty();
    }

    private String stream(String options) {
        return "chatroutes:messages/stream?conversationId=" + conversation + options;
    }

    private void collect(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof ChatroutesEvent.Content content) {
            pieces.add(content.text());
        }
    }

    // 4, 5: however the stream is written, nothing of it is lost

    static Stream<Fault> unusualForms() {
        return Stream.of(
                ChatroutesFaults.unknownEvent(),
                ChatroutesFaults.withoutBlank(),
                ChatroutesFaults.crlfLines(),
                ChatroutesFaults.comments(),
                Fault.slowBytes(1, Duration.ZERO),
                ChatroutesFaults.notStreamed());
    }

    @ParameterizedTest
    @MethodSource("unusualForms")
    void givesTheWholeAnswerByDefault(Fault how) {
        rig.fake.faults().once(how);

        Exchange exchange = rig.send(stream(""), "Grüße 🐪");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SendResult.class).text()).isEqualTo(ANSWER);
        assertThat(exchange.getMessage().getHeader(ChatroutesConstants.RESPONSE_MODEL))
                .isEqualTo("gpt-5-2025-08-07");
        assertThat(exchange.getMessage().getHeader(ChatroutesConstants.RESPONSE_USAGE))
                .isInstanceOf(Usage.class);
    }

    @Test
    void handsOutChunksOneByOne() throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .to(stream("&streamMode=iterator"))
                        .split(body())
                        .streaming()
                        .process(StreamTest.this::collect)
                        .end();
            }
        });

        Exchange exchange = rig.send("direct:ask", "Grüße 🐪");

        assertThat(exchange.getException()).isNull();
        assertThat(String.join("", pieces)).isEqualTo(ANSWER);
        assertThat(pieces).hasSizeGreaterThan(3);
    }

    @Test
    void sendsEveryChunkElsewhereInOrderBeforeTheWholeAnswerGoesOn() throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:piece").process(StreamTest.this::collect);
            }
        });

        SendResult whole = rig.call(SendResult.class, stream("&streamTo=direct:piece"), "Grüße 🐪");

        assertThat(whole.text()).isEqualTo(ANSWER);
        assertThat(String.join("", pieces)).isEqualTo(ANSWER);
    }

    static Stream<Fault> cuts() {
        return Stream.of(
                Fault.dropAfter(1),
                Fault.resetAfter(1),
                ChatroutesFaults.withoutComplete(),
                ChatroutesFaults.withoutDone(),
                Fault.stallAfter(1));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void neverPassesACutAnswerForAWholeOne(Fault how) {
        rig.fake.faults().once(how);

        ProviderException failure = rig.failure(stream("&readIdleTimeout=700&retryStream=true"), "Hi");

        assertThat(failure).isInstanceOfSatisfying(StreamFaultException.class, cut -> assertThat(cut.partialText())
                .startsWith("You"));
        // A message whose answer began is not sent again, whatever the options say.
        assertThat(rig.fake.journal().total()).isEqualTo(1);
    }

    static Stream<Fault> errorsInside() {
        return Stream.of(
                ChatroutesFaults.errorAfter(1),
                ChatroutesFaults.errorInsteadOfAnswer(),
                ChatroutesFaults.malformedEventAfter(1));
    }

    @ParameterizedTest
    @MethodSource("errorsInside")
    void tellsAnErrorInsideTheStream(Fault how) {
        rig.fake.faults().once(how);

        assertThat(rig.send(stream(""), "Hi").getException()).isInstanceOf(ProviderException.class);
        assertThat(rig.fake.journal().total()).isEqualTo(1);
    }

    @Test
    void tellsARefusalBeforeTheFirstChunkAsWhatItIs() {
        rig.fake.faults().once(Fault.respond(503));
        assertThat(rig.failure(stream(""), "Hi")).isInstanceOf(ServerException.class);
        rig.fake.faults().once(ChatroutesFaults.softFailure());
        assertThat(rig.failure(stream(""), "Hi")).isInstanceOf(ProviderFaultException.class);
        assertThat(rig.fake.journal().total()).isEqualTo(2);
    }

    @Test
    void waitsForARateLimitAndAsksAgain() {
        rig.fake.faults().once(ChatroutesFaults.rateLimitedInBody(1));

        SendResult result = rig.call(SendResult.class, stream(""), "Hi");

        assertThat(result.text()).isEqualTo("You said: Hi");
        assertThat(rig.fake.messages(conversation)).hasSize(2);
    }

    @Test
    void asksOnASchedule() throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(stream("&content=Hello&delay=1h&repeatCount=1")).process(StreamTest.this::collect);
            }
        });

        ChatroutesTestSupport.await(() -> String.join("", pieces).equals("You said: Hello"));
        assertThat(rig.fake.journal().total()).isEqualTo(1);
    }

    @Test
    void hasNoScheduleOfItsOwn() {
        assertThatThrownBy(() -> rig.routes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(stream("&content=Hello")).to("log:piece");
                    }
                }))
                .hasStackTraceContaining("delay=1h");
    }

    @Test
    void streamsUnderATokenThatEndedMeanwhile() {
        rig.bearer("a@example.org", "secret").fake.addAccount("a@example.org", "secret");
        String first = rig.call(SendResult.class, stream("&content=One"), null).text();
        rig.fake.expireAccessTokens();
        String second = rig.call(SendResult.class, stream("&content=Two"), null).text();

        assertThat(first + second).isEqualTo("You said: OneYou said: Two");
        assertThat(rig.fake.messages(conversation)).hasSize(4);
    }
}
