/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.chatroutes.ChatroutesFaults;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is repeated and what is not. */
class RetriesTest {

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

    private String in(String operation) {
        return "chatroutes:" + operation + "?conversationId=" + conversation;
    }

    @Test
    void repeatsReadsThreeTimesByDefault() {
        rig.fake.faults().times(3, Fault.respond(503));

        Exchange exchange = rig.send(in("conversations/get"), null);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(ChatroutesConstants.RESPONSE_ATTEMPTS))
                .isEqualTo(4);
    }

    @Test
    void givesUpAfterThatWithTheRealStatus() {
        rig.fake.faults().times(4, Fault.respond(503));

        ProviderException failure = rig.failure(in("conversations/get"), null);

        assertThat(failure).isInstanceOf(ServerException.class);
        assertThat(failure.status()).isEqualTo(503);
        assertThat(rig.fake.journal().total()).isEqualTo(4);
    }

    static Stream<Fault> rateLimits() {
        return Stream.of(
                ChatroutesFaults.rateLimited(1), ChatroutesFaults.rateLimitedInBody(1), Fault.rateLimited("1"));
    }

    @ParameterizedTest
    @MethodSource("rateLimits")
    void waitsAsLongAsARateLimitTellsAndSendsAMessageAgain(Fault how) {
        rig.fake.faults().once(how);

        rig.send(in("messages/send"), "Hi");

        List<Request> requests = rig.fake.journal().all();
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).nanos() - requests.get(0).nanos())
                .isGreaterThanOrEqualTo(Duration.ofMillis(990).toNanos());
        assertThat(rig.fake.messages(conversation)).hasSize(2);
    }

    static Stream<Arguments> failedSends() {
        return Stream.of(
                arguments(Fault.respond(503), false, 1, 0),
                arguments(ChatroutesFaults.hiddenCause(), false, 1, 0),
                arguments(Fault.respond(503), true, 2, 2),
                arguments(Fault.lostResponse(), false, 1, 2),
                arguments(Fault.cutResponse(), false, 1, 2),
                arguments(Fault.lostResponse(), true, 2, 4));
    }

    @ParameterizedTest
    @MethodSource("failedSends")
    void sendsAMessageAgainOnlyWhereTheUserAllowsIt(Fault how, boolean unsafe, int requests, int stored) {
        rig.fake.faults().once(how);

        Exchange exchange = rig.send(in("messages/send") + "&retryUnsafe=" + unsafe, "Hi");

        assertThat(exchange.isFailed()).isEqualTo(!unsafe);
        assertThat(rig.fake.journal().total()).isEqualTo(requests);
        assertThat(rig.fake.messages(conversation)).hasSize(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations/delete", "conversations/get", "messages/list"})
    void repeatsWhatDoesNoHarm(String operation) {
        rig.fake.faults().once(Fault.respond(503));

        Exchange exchange = rig.send(in(operation), null);

        assertThat(exchange.getException()).isNull();
        assertThat(rig.fake.journal().total()).isEqualTo(2);
    }

    @Test
    void takesADeleteWithoutContentForDone() {
        rig.fake.faults().once(ChatroutesFaults.noContent());

        Exchange exchange = rig.send(in("conversations/delete"), null);

        assertThat(exchange.getException()).isNull();
        assertThat(rig.fake.journal().total()).isEqualTo(1);
    }

    @Test
    void leavesItAllToTheRouteWithoutRetries() {
        rig.fake.faults().once(Fault.respond(503));

        assertThat(rig.failure(in("conversations/get") + "&maxRetries=0", null)).isInstanceOf(ServerException.class);
        assertThat(rig.fake.journal().total()).isEqualTo(1);
    }

    @Test
    void givesEveryAttemptItsOwnTime() {
        rig.fake.faults().once(Fault.stall());

        Exchange exchange = rig.send(in("conversations/get") + "&requestTimeout=500", null);

        assertThat(exchange.getException()).isNull();
        assertThat(rig.fake.journal().total()).isEqualTo(2);
    }

    @Test
    void doesNotSendAgainWhatTimedOut() {
        rig.fake.faults().once(Fault.stall());

        assertThat(rig.failure(in("messages/send") + "&requestTimeout=500", "Hi"))
                .isInstanceOf(TransportException.class);
        assertThat(rig.fake.journal().total()).isEqualTo(1);
    }

    @Test
    void givesModelsTenMinutesUnlessSomebodyChoseATime() {
        assertThat(timeout(in("messages/send"))).isEqualTo(Duration.ofMinutes(10));
        assertThat(timeout(in("messages/stream"))).isEqualTo(Duration.ofMinutes(10));
        assertThat(timeout(in("branches/send-message"))).isEqualTo(Duration.ofMinutes(10));
        assertThat(timeout(in("messages/list"))).isEqualTo(Duration.ofSeconds(30));
        assertThat(timeout(in("messages/send") + "&requestTimeout=5s")).isEqualTo(Duration.ofSeconds(5));
        rig.component.getConfiguration().setRequestTimeout(7_000);
        assertThat(timeout(in("messages/send") + "&content=x")).isEqualTo(Duration.ofSeconds(7));
    }

    private Duration timeout(String uri) {
        return rig.context.getEndpoint(uri, ChatroutesEndpoint.class).requestTimeout();
    }
}
