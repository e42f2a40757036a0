/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.json.Json;
import io.camelproviders.qgpt.model.Answers.QgptConversation;
import io.camelproviders.qgpt.model.Answers.QgptConversationMessage;
import io.camelproviders.qgpt.model.Answers.QgptStreamInput;
import io.camelproviders.qgpt.model.Applications.Application;
import io.camelproviders.qgpt.model.Conversations.ConversationMessage;
import io.camelproviders.qgpt.model.Conversations.ConversationMessages;
import io.camelproviders.qgpt.model.Questions.QgptPromptPipeline;
import io.camelproviders.qgpt.model.Questions.QgptQuestionInput;
import io.camelproviders.qgpt.model.Questions.QgptQuestionOutput;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceInput;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceOutput;
import io.camelproviders.qgpt.model.Relevance.RelevantQgptSeeds;
import io.camelproviders.qgpt.model.SeedModel.Seed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // A null where none should be fails the test.
class ModelsTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.000Z");

    private final Json json = Json.standard();

    private <T> T read(String text, Class<T> type) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    @Test
    void writesAQuestionWithSnippetsAndAPipeline() {
        // given
        QgptQuestionInput question = QgptQuestionInput.builder("Which format?")
                .relevant(RelevantQgptSeeds.ids("s1"))
                .model("m1")
                .pipeline("code-explanation")
                .build();

        // when
        String text = json.text(question);

        // then
        assertThat(text)
                .isEqualTo("{\"query\":\"Which format?\",\"relevant\":{\"iterable\":[{\"id\":\"s1\"}]},"
                        + "\"model\":\"m1\",\"pipeline\":{\"task\":{\"code_explanation\":{}}}}");
    }

    @Test
    void sendsAnEmptyListOfSnippetsWhenThereAreNone() {
        assertThat(json.text(QgptQuestionInput.of("a"))).isEqualTo("{\"query\":\"a\",\"relevant\":{\"iterable\":[]}}");
    }

    @Test
    void makesSeedsOfCodeAndText() {
        // given
        Application application =
                Application.builder().id("a1").name("OPEN_SOURCE").build();

        // when
        String code = json.text(Seed.code(application, "print()", "Python"));
        String text = json.text(Seed.text(application, "hello"));

        // then
        assertThat(code)
                .isEqualTo(
                        "{\"type\":\"SEEDED_ASSET\",\"asset\":{\"application\":{\"id\":\"a1\",\"name\":\"OPEN_SOURCE\"},"
                                + "\"format\":{\"fragment\":{\"string\":{\"raw\":\"print()\"},\"metadata\":{\"ext\":\"py\"}}}}}");
        assertThat(text).contains("\"fragment\":{\"string\":{\"raw\":\"hello\"}}");
    }

    @Test
    void turnsATalkNewestFirst() {
        // when
        QgptConversation talk = QgptConversation.inOrder(
                QgptConversationMessage.user("first", NOON),
                QgptConversationMessage.model("second", NOON.plusSeconds(5)));

        // then
        assertThat(talk.iterable()).extracting(QgptConversationMessage::text).containsExactly("second", "first");
        assertThat(json.text(talk)).contains("\"role\":\"SYSTEM\",\"timestamp\":{\"value\":\"2026-01-02T12:00:05Z\"}");
    }

    @Test
    void buildsASearchSpaceOfSeveralKinds() {
        // when
        QgptRelevanceInput search = QgptRelevanceInput.builder("Why?")
                .paths("/home/ana/app")
                .assetIds("as1")
                .wholeDatabase()
                .alsoAnswer()
                .pipeline("contextualized_code_dialog")
                .build();

        // then
        assertThat(json.text(search))
                .isEqualTo(
                        "{\"query\":\"Why?\",\"paths\":[\"/home/ana/app\"],\"assets\":{\"iterable\":[{\"id\":\"as1\"}]},"
                                + "\"options\":{\"database\":true,\"question\":true,"
                                + "\"pipeline\":{\"conversation\":{\"contextualized_code_dialog\":{}}}}}");
    }

    @Test
    void namesThePipelinesWhenOneIsUnknown() {
        assertThatThrownBy(() -> QgptPromptPipeline.named("code_magic"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("code_fix");
    }

    @Test
    void takesFalseForAbsentInAStreamInput() {
        // when
        QgptStreamInput input =
                read("{\"stop\":false,\"reset\":false,\"agent\":false,\"request\":\"r\"}", QgptStreamInput.class);

        // then
        assertThat(json.text(input)).isEqualTo("{\"request\":\"r\",\"agent\":false}");
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        // given
        String text = "{\"answers\":{\"iterable\":[null,{\"text\":\"a\"},{\"score\":1,\"text\":\"b\"}]},"
                + "\"schema\":{\"migration\":0,\"semantic\":\"UNKNOWN\"}}";

        // when
        QgptQuestionOutput output = read(text, QgptQuestionOutput.class);

        // then
        assertThat(output.text()).isEqualTo("ab");
        assertThat(output.additionalProperties()).containsOnlyKeys("schema");
        assertThat(json.text(output)).contains("\"schema\":{\"migration\":0,\"semantic\":\"UNKNOWN\"}");
    }

    @Test
    void ordersMessagesByTheirIndicesAndSkipsThoseThatAreGone() {
        // given
        String text = "{\"iterable\":[{\"id\":\"c\"},{\"id\":\"a\"},{\"id\":\"gone\"},{\"id\":\"b\"}],"
                + "\"indices\":{\"a\":0,\"b\":1,\"c\":2,\"gone\":-1}}";

        // when
        ConversationMessages messages = read(text, ConversationMessages.class);

        // then
        assertThat(messages.inOrder()).extracting(ConversationMessage::id).containsExactly("a", "b", "c");
    }

    @Test
    void readsAnAnswerOfASearchThatAnswersToo() {
        // when
        QgptRelevanceOutput output = read(
                "{\"relevant\":{\"iterable\":[{\"id\":\"s1\",\"location\":{\"text\":\"parse\",\"start\":120,\"end\":125}}]},"
                        + "\"answer\":{\"answers\":{\"iterable\":[{\"score\":1,\"text\":\"yes\"}]}}}",
                QgptRelevanceOutput.class);

        // then
        assertThat(output.answer()).isNotNull();
        assertThat(output.answer().text()).isEqualTo("yes");
        assertThat(output.relevant().iterable().get(0).location().start()).isEqualTo(120);
    }
}
