/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.chatroutes.Misbehaviour;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is repeated and what is not. */
class RetriesTest {

    private ChatroutesTestSupport rig;
    private String conversation;

    @BeforeEach
    void start() {
        rig = new ChatroutesTestSupport();
        conversation = rig.fake.conversation("Trip");
    }

    @AfterEach
    void stop() {
        rig.close();
        assertThat(rig.fake.server().failures()).isEmpty();
    }

    private String in(String operation) {
        return "chatroutes:" + operation + "?conversationId=" + conversation;
    }

    @Test
    void repeatsReadsThreeTimesByDefault() {
        rig.fake.misbehave(Misbehaviour.UNAVAILABLE, 3);

        Exchange exchange = rig.send(in("conversations/get"), null);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(ChatroutesConstants.RESPONSE_ATTEMPTS))
                .isEqualTo(4);
    }

    @Test
    void givesUpAfterThatWithTheRealStatus() {
        rig.fake.misbehave(Misbehaviour.UNAVAILABLE, 4);

        ProviderException failure = rig.failure(in("conversations/get"), null);

        assertThat(failure).isInstanceOf(ServerException.class);
        assertThat(failure.status()).isEqualTo(503);
        assertThat(rig.fake.ledger().total()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"RATE_LIMITED", "RATE_LIMITED_BODY", "RATE_LIMITED_HEADER"})
    void waitsAsLongAsARateLimitTellsAndSendsAMessageAgain(Misbehaviour how) {
        rig.fake.misbehave(how).retryAfter(1);

        rig.send(in("messages/send"), "Hi");

        List<Request> requests = rig.fake.ledger().all();
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).nanos() - requests.get(0).nanos())
                .isGreaterThanOrEqualTo(Duration.ofMillis(990).toNanos());
        assertThat(rig.fake.messages(conversation)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE,false,1,0",
        "HIDDEN_CAUSE,false,1,0",
        "UNAVAILABLE,true,2,2",
        "LOST_ANSWER,false,1,2",
        "CUT_BODY,false,1,2",
        "LOST_ANSWER,true,2,4"
    })
    void sendsAMessageAgainOnlyWhereTheUserAllowsIt(Misbehaviour how, boolean unsafe, int requests, int stored) {
        rig.fake.misbehave(how);

        Exchange exchange = rig.send(in("messages/send") + "&retryUnsafe=" + unsafe, "Hi");

        assertThat(exchange.isFailed()).isEqualTo(!unsafe);
        assertThat(rig.fake.ledger().total()).isEqualTo(requests);
        assertThat(rig.fake.messages(conversation)).hasSize(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations/delete", "conversations/get", "messages/list"})
    void repeatsWhatDoesNoHarm(String operation) {
        rig.fake.misbehave(Misbehaviour.UNAVAILABLE);

        Exchange exchange = rig.send(in(operation), null);

        assertThat(exchange.getException()).isNull();
        assertThat(rig.fake.ledger().total()).isEqualTo(2);
    }

    @Test
    void takesADeleteWithoutContentForDone() {
        rig.fake.misbehave(Misbehaviour.NO_CONTENT);

        Exchange exchange = rig.send(in("conversations/delete"), null);

        assertThat(exchange.getException()).isNull();
        assertThat(rig.fake.ledger().total()).isEqualTo(1);
    }

    @Test
    void leavesItAllToTheRouteWithoutRetries() {
        rig.fake.misbehave(Misbehaviour.UNAVAILABLE);

        assertThat(rig.failure(in("conversations/get") + "&maxRetries=0", null)).isInstanceOf(ServerException.class);
        assertThat(rig.fake.ledger().total()).isEqualTo(1);
    }

    @Test
    void givesEveryAttemptItsOwnTime() {
        rig.fake.misbehave(Misbehaviour.SILENCE);

        Exchange exchange = rig.send(in("conversations/get") + "&requestTimeout=500", null);

        assertThat(exchange.getException()).isNull();
        assertThat(rig.fake.ledger().total()).isEqualTo(2);
    }

    @Test
    void doesNotSendAgainWhatTimedOut() {
        rig.fake.misbehave(Misbehaviour.SILENCE);

        assertThat(rig.failure(in("messages/send") + "&requestTimeout=500", "Hi"))
                .isInstanceOf(TransportException.class);
        assertThat(rig.fake.ledger().total()).isEqualTo(1);
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
