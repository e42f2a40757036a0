/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@ExtendWith(FakeBimpeaiExtension.class)
class StreamFaultsTest {

    private FakeBimpeaiServer fake;
    private ConsoleClient client;
    private String agent;
    private String conversation;
    private String start;

    @BeforeEach
    void seed(FakeBimpeaiServer injected) {
        fake = injected;
        client = new ConsoleClient(fake);
        agent = fake.addAgent();
        conversation = fake.addConversation(agent);
        start = fake.customerSays(conversation, "start");
    }

    @Test
    void streamsWhatIsSaidAfterTheCursorThenLiveWithHeartbeats() throws Exception {
        // given
        String first = fake.customerSays(conversation, "één");
        fake.heartbeatEvery(Duration.ofMillis(20));

        // when
        try (InputStream body = client.stream(agent, conversation, start).body()) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            List<String> replayed = readEvents(lines, 1);
            readUntil(lines, "event: heartbeat");
            client.data("POST", path("/messages"), "{\"message\":\"Hello\"}");
            List<String> live = readUntil(lines, "event: message");

            // then
            assertThat(replayed).startsWith("id: " + first, "event: message");
            assertThat(replayed.get(2)).contains("\"conversation_id\":\"" + conversation + "\"", "één");
            assertThat(live)
                    .contains("id: " + fake.messages(conversation).get(2).id());
            assertThat(fake.openStreams(conversation)).isEqualTo(1);
        }
        fake.dropConnections();
        await().until(() -> fake.openStreams() == 0);
    }

    @Test
    void opensWithATicketOnceOnly() throws Exception {
        // given
        String ticket = client.ticket(agent, conversation);
        String other = client.ticket(agent, fake.addConversation(agent));
        fake.ticketLifetime(Duration.ZERO);
        String expired = client.ticket(agent, conversation);
        fake.faults().once(Fault.closeAfter(0));

        // when / then
        assertThat(client.bare(path("/stream?ticket=" + ticket)).statusCode()).isEqualTo(200);
        for (String dead : List.of(ticket, expired, other, "tk_unknown")) {
            assertThat(client.bare(path("/stream?ticket=" + dead)).statusCode()).isEqualTo(401);
        }
        assertThat(client.stream(agent, conversation, "m_unknown").statusCode()).isEqualTo(401);
        fake.ticketLifetime(Duration.ofSeconds(60));
        assertThat(client.stream(agent, conversation, "m_unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void cutsTheNextEventAfterNMessages() throws Exception {
        // given
        fake.faults().in(conversation).once(Fault.dropAfter(1));
        say("a", "b");

        // when
        String text = text(client.rawStream(agent, conversation, start));

        // then
        assertThat(text).contains("\"a\"").contains("id: " + idOf("b")).doesNotContain("\"b\"");
        assertThat(fake.faults().remaining()).isZero();
        assertThat(fake.openStreams()).isZero();
    }

    @Test
    void cutsInsideACharacterAndResets() throws Exception {
        // given
        fake.faults().once(Fault.cutInsideCharacterAfter(0));
        say("a");

        // when
        byte[] seen = client.rawStream(agent, conversation, start);

        // then
        assertThat(Arrays.copyOfRange(seen, seen.length - 3, seen.length)).containsExactly(0xC3, '\r', '\n');
    }

    @Test
    void closesWellWithAndWithoutMessages() throws Exception {
        // given
        fake.faults().once(Fault.closeAfter(0));
        fake.faults().once(Fault.closeAfter(1));
        say("a", "b");

        // when
        String none = textOf(client.stream(agent, conversation, start).body());
        String one = textOf(client.stream(agent, conversation, start).body());

        // then
        assertThat(none).isEmpty();
        assertThat(one).contains("\"a\"").doesNotContain("\"b\"").endsWith("\n\n");
        assertThat(fake.openStreams()).isZero();
    }

    @Test
    void fallsSilentAfterNMessages() throws Exception {
        // given
        fake.faults().once(Fault.stallAfter(1));
        fake.heartbeatEvery(Duration.ofMillis(5));
        say("a", "b");

        // when
        CompletableFuture<byte[]> seen = CompletableFuture.supplyAsync(this::rawStream);
        await().during(Duration.ofMillis(200)).until(() -> fake.openStreams() == 1);
        fake.dropConnections();
        String text = text(seen.join());

        // then
        assertThat(text).contains("\"a\"").doesNotContain("\"b\"").doesNotContain("heartbeat");
    }

    @Test
    void replaysAnOverlapAndAnInclusiveCursor() throws Exception {
        // given
        say("a", "b", "c");
        fake.faults().once(BimpeaiFaults.overlap(2));
        fake.faults().once(BimpeaiFaults.inclusiveAfter());
        fake.faults().always(Fault.closeAfter(3));
        say("d", "e", "f");

        // when
        String overlap = textOf(client.stream(agent, conversation, idOf("c")).body());
        String inclusive = textOf(client.stream(agent, conversation, idOf("c")).body());

        // then
        assertThat(overlap).containsSubsequence("\"b\"", "\"c\"", "\"d\"").doesNotContain("\"a\"");
        assertThat(inclusive).containsSubsequence("\"c\"", "\"d\"", "\"e\"").doesNotContain("\"b\"");
    }

    @Test
    void writesEventsInScriptedForms() throws Exception {
        // given
        fake.faults().once(BimpeaiFaults.noIdLine());
        fake.faults().once(BimpeaiFaults.noEventLine());
        fake.faults().once(BimpeaiFaults.retryLine("0"));
        fake.faults().once(BimpeaiFaults.errorEvent());
        fake.faults().times(2, BimpeaiFaults.malformedJson());
        fake.faults().once(Fault.closeAfter(3));
        say("a", "b", "c");

        // when
        String[] events =
                textOf(client.stream(agent, conversation, start).body()).split("\n\n", -1);

        // then
        assertThat(events[0]).startsWith("event: error");
        assertThat(events[1]).startsWith("retry: 0\ndata: {").doesNotEndWith("}");
        assertThat(events[2]).contains("id: ", "event: message").doesNotEndWith("}");
        assertThat(events[3]).contains("id: ", "event: message").endsWith("}");
    }

    @Test
    void writesBrokenUtf8AndLoneCarriageReturns() throws Exception {
        // given
        fake.faults().once(BimpeaiFaults.invalidUtf8());
        fake.faults().once(BimpeaiFaults.crLines());
        fake.faults().once(Fault.closeAfter(1));
        say("a");

        // when
        String text = textOf(client.stream(agent, conversation, start).body());

        // then
        assertThat(text).contains("\uFFFD").endsWith("\r\r").doesNotContain("\n");
    }

    @Test
    void writesSlowlyAndStillWhole() throws Exception {
        // given
        fake.faults().once(Fault.slowBytes(100, Duration.ofMillis(1)));
        fake.faults().once(Fault.closeAfter(2));
        say("a", "b");

        // when
        String text = textOf(client.stream(agent, conversation, start).body());

        // then
        assertThat(text.split("\n\n", -1)).hasSize(3);
        assertThat(text).contains("\"a\"", "\"b\"");
    }

    @Test
    void writesAnEndlessLineOfTheGivenLength() throws Exception {
        // given
        fake.faults().once(Fault.endlessLineAfter(0, 1_000_000));

        // when
        InputStream body = client.stream(agent, conversation, start).body();

        // then
        assertThat(body.readNBytes(1_000_000)).hasSize(1_000_000).doesNotContain(0);
        body.close();
    }

    @Test
    void sendsABurstInOrder() throws Exception {
        // given
        fake.addMessages(conversation, 20_000, "n");
        fake.faults().once(Fault.closeAfter(20_000));

        // when
        String[] events =
                textOf(client.stream(agent, conversation, start).body()).split("\n\n", -1);

        // then
        assertThat(events).hasSize(20_001);
        for (int i = 0; i < 20_000; i++) {
            assertThat(events[i]).contains("\"n" + (i + 1) + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 401, 403, 404, 410, 429, 500, 503})
    void answersTicketAndStreamWithAScriptedStatus(int status) throws Exception {
        // given
        String ticket = client.ticket(agent, conversation);
        fake.faults().once(Fault.respond(status, "Retry-After", "3").on(RequestKind.TICKET));
        fake.faults()
                .in(conversation)
                .once(Fault.respond(status, "Retry-After", "3").on(RequestKind.STREAM));

        // when
        HttpResponse<String> refused = client.call("POST", path("/stream-ticket"), "");
        HttpResponse<String> stream = client.bare(path("/stream?ticket=" + ticket));

        // then
        assertThat(List.of(refused.statusCode(), stream.statusCode())).containsOnly(status);
        assertThat(refused.headers().firstValue("retry-after")).contains("3");
    }

    @Test
    void answersHtmlAndJsonInsteadOfAStream() throws Exception {
        // given
        fake.faults().once(Fault.htmlPage().on(RequestKind.STREAM));
        fake.faults().once(BimpeaiFaults.noEnvelope().on(RequestKind.STREAM));

        // when
        String html = textOf(client.stream(agent, conversation, "").body());
        String json = textOf(client.stream(agent, conversation, "").body());

        // then
        assertThat(html).startsWith("<!DOCTYPE html>");
        assertThat(json).startsWith("{");
    }

    @Test
    void losesAndCutsAnswersAfterTheWrite() throws Exception {
        for (Fault fault : List.of(
                Fault.lostResponse().on(RequestKind.SEND), Fault.cutResponse().on(RequestKind.SEND))) {
            // given
            String key = fault.toString();
            fake.faults().once(fault);

            // when / then
            assertThatThrownBy(() -> send(key)).isInstanceOf(IOException.class);
            assertThat(send(key).statusCode()).isEqualTo(201);
        }
        assertThat(fake.replies(conversation)).hasSize(2);
    }

    @Test
    void delaysDripsAndRestarts() throws Exception {
        // given
        fake.faults().once(Fault.delay(Duration.ofMillis(50)).on(RequestKind.CALL));
        fake.faults().once(Fault.throttled(50, Duration.ofMillis(1)).on(RequestKind.CALL));

        // when
        long from = System.nanoTime();
        int status = client.call("GET", "/agents", "").statusCode();
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        fake.restart(Duration.ofMillis(50));

        // then
        assertThat(status).isEqualTo(200);
        assertThat(took).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        assertThatThrownBy(() -> client.call("POST", path("/stream-ticket"), ""))
                .isInstanceOf(IOException.class);
        await().ignoreExceptions().until(() -> client.call("GET", "/agents", "").statusCode() == 200);
    }

    private byte[] rawStream() {
        try {
            return client.rawStream(agent, conversation, start);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> send(String key) throws IOException, InterruptedException {
        return client.call("POST", path("/messages"), "{\"message\":\"Hello\"}", "Idempotency-Key", key);
    }

    private String path(String rest) {
        return "/agents/" + agent + "/conversations/" + conversation + rest;
    }

    private void say(String... texts) {
        for (String text : texts) {
            fake.customerSays(conversation, text);
        }
    }

    private String idOf(String text) {
        return fake.messages(conversation).stream()
                .filter(message -> message.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String textOf(InputStream body) throws IOException {
        try (body) {
            return text(body.readAllBytes());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> readEvents(BufferedReader lines, int count) throws IOException {
        List<String> read = new ArrayList<>();
        int blanks = 0;
        while (blanks < count) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("Ended after " + read);
            }
            read.add(line);
            blanks += line.isEmpty() ? 1 : 0;
        }
        return read;
    }

    private static List<String> readUntil(BufferedReader lines, String wanted) throws IOException {
        List<String> read = new ArrayList<>();
        while (!read.contains(wanted)) {
            read.addAll(readEvents(lines, 1));
        }
        return read;
    }
}
