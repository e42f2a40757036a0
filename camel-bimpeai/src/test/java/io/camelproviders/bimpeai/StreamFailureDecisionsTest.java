/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static io.camelproviders.testkit.RequestKind.CALL;
import static io.camelproviders.testkit.RequestKind.STREAM;
import static io.camelproviders.testkit.RequestKind.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.subscription.StreamState;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.bimpeai.BimpeaiFaults;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.camel.health.HealthCheck;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream makes of answers that are no stream, and of events that are no message. */
class StreamFailureDecisionsTest {

    private StreamTestSupport rig;

    @BeforeEach
    void start() {
        rig = new StreamTestSupport(FakeBimpeaiServer.start());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void run(String options) throws Exception {
        rig.collect(rig.watched(options)).start();
    }

    private void awaitState(StreamState state) {
        StreamTestSupport.await(
                () -> !rig.consumer().statuses().isEmpty() && rig.status().state() == state);
    }

    @Test
    void handsAMalformedMessageToTheExceptionHandlerWithItsRawTextAndGoesOn() throws Exception {
        // given
        run("");
        rig.awaitOpen();
        rig.say(1, 2);
        rig.awaitTexts(2);
        // when
        rig.server.faults().once(BimpeaiFaults.malformedJson());
        rig.say(3, 5);
        rig.awaitTexts(4);
        // then
        assertThat(rig.texts).containsExactly("t1", "t2", "t4", "t5");
        assertThat(rig.status().counts().malformed()).isEqualTo(1);
        assertThat(rig.reported).singleElement().isInstanceOfSatisfying(DecodeException.class, e -> assertThat(
                        e.body().orElse(""))
                .contains("t3"));
    }

    @Test
    void handsAMessageOfWrongTypesToTheExceptionHandler() throws Exception {
        // given
        run("");
        rig.awaitOpen();
        rig.server.faults().once(BimpeaiFaults.wrongTypes());
        // when
        rig.say(1, 2);
        // then
        StreamTestSupport.await(() -> rig.texts.size() + rig.reported.size() >= 2);
        rig.awaitTexts(1);
        assertThat(rig.texts).contains("t2");
        assertThat(rig.texts.size() + rig.status().counts().malformed()).isEqualTo(2);
    }

    @Test
    void tellsUnknownEventsToTheExceptionHandler() throws Exception {
        // given
        run("");
        rig.awaitOpen();
        rig.server.faults().once(BimpeaiFaults.errorEvent());
        // when
        rig.say(1, 1);
        rig.awaitTexts(1);
        // then
        StreamTestSupport.await(() -> rig.reported.size() == 1);
        assertThat(rig.reported.get(0)).hasMessageContaining("'error'");
        assertThat(((ProviderException) rig.reported.get(0)).body().orElse("")).contains("upstream failed");
    }

    @Test
    void deliversAMessageWithBrokenUtf8WithReplacementCharacters() throws Exception {
        // given
        run("");
        rig.awaitOpen();
        rig.server.faults().once(BimpeaiFaults.invalidUtf8());
        // when
        rig.say(1, 2);
        rig.awaitTexts(2);
        // then
        assertThat(rig.texts.get(0)).contains("\uFFFD").endsWith("t1");
        assertThat(rig.texts.get(1)).isEqualTo("t2");
    }

    @Test
    void endsForGoodWith204AndHealthSaysSo() throws Exception {
        // given
        rig.server.faults().once(Fault.respond(204).on(STREAM));
        // when
        run("");
        awaitState(StreamState.ENDED);
        // then
        rig.server.journal().clear();
        rig.server.journal().expectNoMoreRequests(Duration.ofMillis(500));
        assertThat(rig.health()).isEqualTo(HealthCheck.State.DOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void stopsAtARefusedKeyWithoutALoop(int status) throws Exception {
        // given
        rig.server.faults().always(Fault.respond(status).on(TICKET));
        // when
        run("");
        awaitState(StreamState.FAILED);
        // then
        rig.server.journal().clear();
        rig.server.journal().expectNoMoreRequests(Duration.ofMillis(500));
        assertThat(rig.server.journal().total()).isLessThanOrEqualTo(3);
        assertThat(rig.health()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(rig.reported).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void goesOnAtARefusedKeyIfTold(int status) throws Exception {
        // given
        run("&retryOnAuthFailure=true");
        rig.awaitOpen();
        rig.say(1, 2);
        rig.awaitTexts(2);
        rig.server.faults().times(4, Fault.respond(status).on(TICKET));
        // when
        rig.server.dropConnections();
        rig.say(3, 5);
        rig.awaitTexts(5);
        // then
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 5));
    }

    @Test
    void failsWhenTheKeyIsRefusedAtTheVeryFirstCall() throws Exception {
        // given
        rig.server.faults().always(Fault.respond(401).on(CALL));
        // when
        run("");
        awaitState(StreamState.FAILED);
        // then
        assertThat(rig.server.journal().total()).isEqualTo(1);
        assertThat(rig.status().trouble()).doesNotContain(rig.server.apiKey());
    }

    @Test
    void neverPresentsATicketTwice() throws Exception {
        // given
        rig.server.faults().times(3, BimpeaiFaults.deadTicket());
        rig.server.faults().times(3, Fault.dropAfter(1));
        // when
        run("");
        rig.awaitBegun();
        rig.say(1, 8);
        rig.awaitTexts(8);
        // then
        List<String> tickets = rig
                .server
                .journal()
                .matching(request -> request.path().endsWith("/stream"))
                .stream()
                .map(request -> request.query().get("ticket"))
                .toList();
        assertThat(tickets).hasSizeGreaterThanOrEqualTo(6).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestKind.class,
            names = {"TICKET", "STREAM"})
    void neverUndercutsRetryAfterInSeconds(RequestKind place) throws Exception {
        // given
        rig.server.faults().once(Fault.rateLimited("2").on(place));
        // when
        run("");
        rig.awaitOpen();
        // then
        assertThat(waitBetweenTickets()).isGreaterThanOrEqualTo(Duration.ofMillis(1_950));
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestKind.class,
            names = {"TICKET", "STREAM"})
    void neverUndercutsRetryAfterAsDateOfAServerWithAnotherClock(RequestKind place) throws Exception {
        // given
        ZonedDateTime theirs = Instant.now().plusSeconds(3_600).atZone(ZoneOffset.UTC);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(theirs);
        String until = DateTimeFormatter.RFC_1123_DATE_TIME.format(theirs.plusSeconds(2));
        rig.server
                .faults()
                .once(Fault.respond(429, "Date", date, "Retry-After", until).on(place));
        // when
        run("");
        rig.awaitOpen();
        // then
        assertThat(waitBetweenTickets())
                .isGreaterThanOrEqualTo(Duration.ofMillis(1_950))
                .isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", ""})
    void doesNotWaitForANonsensicalRetryAfter(String value) throws Exception {
        // given
        rig.server.faults().once(Fault.rateLimited(value).on(STREAM));
        // when
        run("");
        rig.awaitOpen();
        // then
        assertThat(rig.asked("/stream-ticket")).isEqualTo(2);
    }

    @Test
    void obeysAndReportsAWaitAboveTheMost() throws Exception {
        // given
        rig.server.faults().once(Fault.rateLimited("86400").on(STREAM));
        // when
        run("");
        StreamTestSupport.await(() -> !rig.reported.isEmpty());
        // then
        awaitState(StreamState.BACKOFF);
        rig.server.journal().clear();
        rig.server.journal().expectNoMoreRequests(Duration.ofMillis(500));
    }

    private Duration waitBetweenTickets() {
        List<Request> asked =
                rig.server.journal().matching(request -> request.path().endsWith("/stream-ticket"));
        assertThat(asked).hasSize(2);
        return Duration.ofNanos(asked.get(1).nanos() - asked.get(0).nanos());
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "410"})
    void failsAtAnUnknownOffsetRatherThanLeaveASilentGap(int status) throws Exception {
        // given
        rig.server.faults().always(Fault.respond(status).on(STREAM));
        // when
        run("&after=m_gone");
        awaitState(StreamState.FAILED);
        // then
        assertThat(rig.asked("/stream")).isEqualTo(1);
        assertThat(rig.status().trouble()).contains("onUnknownOffset=now");
        assertThat(rig.health()).isEqualTo(HealthCheck.State.DOWN);
    }

    @Test
    void goesOnFromNowAtAnUnknownOffsetIfTold() throws Exception {
        // given
        rig.say(1, 3);
        rig.server.faults().once(Fault.respond(404).on(STREAM));
        // when
        run("&after=m_gone&onUnknownOffset=now");
        rig.awaitOpen();
        rig.say(4, 5);
        rig.awaitTexts(2);
        // then
        assertThat(rig.texts).containsExactly("t4", "t5");
        assertThat(rig.status().counts().restartsFromNow()).isEqualTo(1);
        assertThat(rig.reported).hasSize(1);
    }

    @Test
    void doesNotLoseWhatWasReadWhenItGoesOnFromNow() throws Exception {
        // given: a slow route, so that messages wait in the inbox when the server forgets the position
        rig.context.addRoutes(new org.apache.camel.builder.RouteBuilder() {
            @Override
            public void configure() {
                from(rig.watched("&onUnknownOffset=now"))
                        .routeId("collect")
                        .delay(20)
                        .process(exchange -> rig.texts.add(StreamTestSupport.text(exchange)));
            }
        });
        rig.server.faults().once(Fault.closeAfter(30));
        rig.context.start();
        rig.awaitOpen();
        // when
        rig.server.faults().once(Fault.respond(404).on(STREAM));
        rig.say(1, 30);
        StreamTestSupport.await(() -> rig.server.faults().remaining() == 0 && rig.server.openStreams() == 1);
        rig.say(31, 40);
        rig.awaitTexts(40);
        // then
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 40));
        String last = rig.server.messages(rig.conversation).get(39).id();
        StreamTestSupport.await(() -> last.equals(rig.status().committed()));
    }

    @Test
    void doesNotLoopHotWhenNoPositionIsKnown() throws Exception {
        // given
        rig.server.faults().always(Fault.respond(404).on(STREAM));
        // when
        run("&onUnknownOffset=now");
        Awaitility.await().atLeast(Duration.ofMillis(1)).until(() -> rig.asked("/stream") >= 6);
        rig.server.journal().clear();
        Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        // then: waits of 100 to 200 ms at least
        assertThat(rig.asked("/stream")).isLessThanOrEqualTo(12);
    }

    @Test
    void reconnectsAfterAnEndlessLineWithoutALoop() throws Exception {
        // given
        rig.server.faults().always(Fault.endlessLineAfter(0, 3_000_000));
        // when
        run("&maxLineBytes=100000");
        Awaitility.await().until(() -> rig.asked("/stream") >= 5);
        rig.server.journal().clear();
        Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        // then
        assertThat(rig.asked("/stream")).isLessThanOrEqualTo(12);
        assertThat(rig.status().trouble()).contains("100000");
    }

    @Test
    void comesBackWhenAServerThatRefusedConnectionsTakesThemAgain() throws Exception {
        // given
        rig.server.refuseConnections();
        run("");
        StreamTestSupport.await(() -> rig.status().trouble() != null);
        // when
        rig.server.acceptConnections();
        rig.awaitOpen();
        for (int restart = 0; restart < 3; restart++) {
            rig.server.restart(Duration.ofMillis(300));
            rig.say(restart * 5 + 1, restart * 5 + 5);
            rig.awaitTexts(restart * 5 + 5);
        }
        // then
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 15));
        StreamTestSupport.await(() -> rig.status().trouble() == null);
    }
}
