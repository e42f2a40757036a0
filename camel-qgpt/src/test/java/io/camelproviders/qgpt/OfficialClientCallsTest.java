/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.qgpt.model.Answers.QgptStreamInput;
import io.camelproviders.qgpt.model.Applications.Application;
import io.camelproviders.qgpt.model.Applications.Context;
import io.camelproviders.qgpt.model.Questions.QgptQuestionInput;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceInput;
import io.camelproviders.qgpt.model.Relevance.RelevantQgptSeeds;
import io.camelproviders.qgpt.model.SeedModel.Seed;
import io.camelproviders.qgpt.model.SeedModel.SeededConnectorConnection;
import io.camelproviders.qgpt.model.SeedModel.SeededTrackedApplication;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the official clients of Pieces OS get wrong around their calls, and what is done here instead: context that is lost
 * on the way, conversations that are not known yet, headers of another name, errors without their text, threads that stay.
 */
@SuppressWarnings("NullAway") // A null where none should be fails the test.
class OfficialClientCallsTest {

    private static final Application OURS =
            Application.builder().id("app-1").name("OPEN_SOURCE").build();

    private final QgptTestSupport rig = new QgptTestSupport();

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.server.loopback().failures()).isEmpty();
    }

    private JsonNode posted(String path) {
        List<Request> all = rig.server.journal().all().stream()
                .filter(request -> request.path().equals(path))
                .toList();
        return all.get(all.size() - 1).json();
    }

    private static QgptRelevanceInput search() {
        return QgptRelevanceInput.builder("Where?")
                .paths("/home/ana/app", "/home/ana/notes.md")
                .seeds(Seed.text(OURS, "plain words"), Seed.code(OURS, "int i = 0;", "Java"))
                .assetIds("as1")
                .messageIds("m1")
                .build();
    }

    private static void assertContext(JsonNode search) throws Exception {
        assertThat(search.path("paths").toString()).isEqualTo("[\"/home/ana/app\",\"/home/ana/notes.md\"]");
        assertThat(search.path("assets").toString()).isEqualTo("{\"iterable\":[{\"id\":\"as1\"}]}");
        assertThat(search.path("messages").toString()).isEqualTo("{\"iterable\":[{\"id\":\"m1\"}]}");
        assertThat(search.has("seed")).isFalse();
        assertThat(search.path("seeds")).isEqualTo(new ObjectMapper().readTree("""
                                {"iterable":[
                                  {"type":"SEEDED_ASSET","asset":{"application":{"id":"app-1","name":"OPEN_SOURCE"},
                                    "format":{"fragment":{"string":{"raw":"plain words"}}}}},
                                  {"type":"SEEDED_ASSET","asset":{"application":{"id":"app-1","name":"OPEN_SOURCE"},
                                    "format":{"fragment":{"string":{"raw":"int i = 0;"},"metadata":{"ext":"java"}}}}}]}
                                """));
    }

    @Test
    void seedsAndPathsReachTheWireInTheFieldsThatTheServerReads() throws Exception {
        // when
        rig.send("qgpt:relevance", search());
        rig.send("qgpt:stream", QgptStreamInput.of(search()));
        rig.send(
                "qgpt:question",
                QgptQuestionInput.builder("Why?")
                        .relevant(RelevantQgptSeeds.of(Seed.text(OURS, "plain words")))
                        .build());

        // then
        assertContext(posted("/qgpt/relevance"));
        assertContext(rig.server.received().get(0).path("relevance"));
        assertThat(posted("/qgpt/question")
                        .at("/relevant/iterable/0/seed/asset/format/fragment/string/raw")
                        .asText())
                .isEqualTo("plain words");
    }

    @Test
    void aNewConversationIsUsableAtOnce() {
        // when
        Exchange first = rig.send("qgpt:stream", "Who?");
        Object conversation = first.getMessage().getHeader(QgptConstants.RESPONSE_CONVERSATION);
        Exchange second = rig.send("qgpt:stream", exchange -> {
            exchange.getMessage().setHeader(QgptConstants.CONVERSATION_ID, conversation);
            exchange.getMessage().setBody("And why?");
        });
        Exchange read = rig.send("qgpt:conversations/messages?conversationId=" + conversation, (Object) null);

        // then
        assertThat(second.getMessage().getHeader(QgptConstants.RESPONSE_CONVERSATION))
                .isEqualTo(conversation);
        assertThat(read.getException()).isNull();
        assertThat(rig.server.watchers()).isEmpty();
    }

    @Test
    void theIdThatConnectGaveTravelsInTheHeaderOfTheContract() {
        // given
        Exchange connected = rig.send(
                "qgpt:connect",
                new SeededConnectorConnection(
                        new SeededTrackedApplication("OPEN_SOURCE", "LINUX", "1.0", Map.of()), Map.of()));
        String id = connected.getMessage().getBody(Context.class).application().id();

        // when
        rig.send("qgpt:question?applicationId=" + id, "Why?");

        // then
        List<Request> all = rig.server.journal().all();
        Request last = all.get(all.size() - 1);
        assertThat(id).isNotBlank();
        assertThat(last.header("X-Application-ID")).contains(id);
        assertThat(last.header("application")).isEmpty();
    }

    @Test
    void anErrorTellsTheSentenceOfTheServer() {
        // given
        rig.server.faults().on("relevance").once(Fault.respond(500));

        // when
        Exchange done = rig.send("qgpt:relevance", "Where?");

        // then
        assertThat(done.getException())
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("qGPT Relevance Endpoint failed.")
                .hasMessageContaining("500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"answers\":", "[1]"})
    void aBrokenOrEmptyAnswerIsNamedAsSuch(String body) {
        // given
        rig.server.faults().on("question").once(Fault.respond(FakeResponse.text(200, "text/plain", body)));

        // when
        Exchange done = rig.send("qgpt:question", "Why?");

        // then
        assertThat(done.getException()).isInstanceOf(DecodeException.class).hasMessageContaining("qgpt");
    }

    @Test
    void aFewThreadsServeManyQuestionsAndNoneIsLeftBehind() throws Exception {
        // given
        Set<Thread> before = ours();
        rig.server.holdAnswersUntil(100);

        // when
        List<Future<Exchange>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Exchange exchange = rig.context.getEndpoint("qgpt:stream").createExchange();
            exchange.getMessage().setBody("q" + i);
            answers.add(rig.context.createProducerTemplate().asyncSend("qgpt:stream", exchange));
        }
        for (Future<Exchange> answer : answers) {
            answer.get(60, java.util.concurrent.TimeUnit.SECONDS);
        }
        Set<Thread> during = ours();
        during.removeAll(before);
        rig.context.stop();

        // then
        assertThat(during)
                .filteredOn(thread -> thread.getName().contains("camel-provider"))
                .hasSizeLessThan(25);
        Awaitility.await().atMost(QgptTestSupport.LONG).untilAsserted(() -> {
            // The JDK ends the thread of its client when nobody can reach the client any more.
            System.gc();
            Set<Thread> left = ours();
            left.removeAll(before);
            assertThat(left).isEmpty();
        });
    }

    private static Set<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().matches("loopback-.*|awaitility.*"))
                .collect(Collectors.toSet());
    }
}
