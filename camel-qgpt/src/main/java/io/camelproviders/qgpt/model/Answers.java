/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.ProviderResponse;
import io.camelproviders.qgpt.model.Applications.MigrationProgress;
import io.camelproviders.qgpt.model.Questions.QgptQuestionInput;
import io.camelproviders.qgpt.model.Questions.QgptQuestionOutput;
import io.camelproviders.qgpt.model.Relevance.GroupedTimestamp;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceInput;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: answers. */
public final class Answers {

    private Answers() {}

    /**
     * A message to the stream. One of question and relevance, or one of stop and reset.
     *
     * @param question to be answered from the given snippets
     * @param relevance to be searched for, and answered if its options say so
     * @param request id of the exchange; chosen by this library when absent
     * @param conversation persisted conversation to add to; the server makes one when absent
     * @param agent false saves the routing to agents
     * @param stop stops the running answer; false means absent
     * @param reset stops everything, others' work too; false means absent
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Builder
    public record QgptStreamInput(
            @Nullable QgptQuestionInput question,
            @Nullable QgptRelevanceInput relevance,
            @Nullable String request,
            @Nullable String conversation,
            @Nullable Boolean agent,
            @Nullable Boolean stop,
            @Nullable Boolean reset,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public QgptStreamInput {
            stop = Boolean.TRUE.equals(stop) ? true : null;
            reset = Boolean.TRUE.equals(reset) ? true : null;
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Asks a question. */
        public static QgptStreamInput of(QgptQuestionInput question) {
            return builder().question(question).build();
        }

        /** Searches, and answers if the options say so. */
        public static QgptStreamInput of(QgptRelevanceInput relevance) {
            return builder().relevance(relevance).build();
        }

        /** Starts a builder without values. */
        public static QgptStreamInputBuilder builder() {
            return QgptStreamInputBuilder.qgptStreamInput();
        }
    }

    /**
     * A message from the stream.
     *
     * @param request id of the exchange
     * @param conversation conversation, the new one perhaps
     * @param status {@code IN-PROGRESS}, {@code COMPLETED} and so on; unknown ones are kept
     * @param question a piece of the answer
     * @param relevance snippets found
     * @param statusCode 200, 401, 429, 500 or 503
     * @param errorMessage what went wrong
     * @param agentRoutes whether related persons are recommended
     * @param extracted what was found in the text
     * @param migration progress of a migration
     * @param intermediateMessages thinking so far
     * @param promptContextMaterials what the prompt was made from
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptStreamOutput(
            @Nullable String request,
            @Nullable String conversation,
            @Nullable String status,
            @Nullable QgptQuestionOutput question,
            @Nullable QgptRelevanceOutput relevance,
            @Nullable Integer statusCode,
            @Nullable String errorMessage,
            @Nullable Map<String, Object> agentRoutes,
            @Nullable Map<String, Object> extracted,
            @Nullable MigrationProgress migration,
            @JsonProperty("intermediate_messages") @Nullable Map<String, Object> intermediateMessages,

            @JsonProperty("prompt_context_materials") @Nullable
            Map<String, Object> promptContextMaterials,

            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel, ProviderResponse {

        public QgptStreamOutput {
            agentRoutes = ProviderModel.objectOrNull(agentRoutes);
            extracted = ProviderModel.objectOrNull(extracted);
            intermediateMessages = ProviderModel.objectOrNull(intermediateMessages);
            promptContextMaterials = ProviderModel.objectOrNull(promptContextMaterials);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The text of this message: all its answers one after the other; empty if there is none. */
        @Override
        public String text() {
            return question == null ? "" : question.text();
        }
    }

    /**
     * A talk as QGPT takes it: newest message first.
     *
     * @param iterable the messages, newest first
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptConversation(
            List<QgptConversationMessage> iterable,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public QgptConversation {
            iterable = ProviderModel.items(iterable);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Takes the messages in the order in which they were said and turns them round for the server. */
        public static QgptConversation inOrder(List<QgptConversationMessage> oldestFirst) {
            List<QgptConversationMessage> turned = new ArrayList<>(oldestFirst);
            Collections.reverse(turned);
            return new QgptConversation(turned, Map.of());
        }

        /** Takes the messages in the order in which they were said and turns them round for the server. */
        public static QgptConversation inOrder(QgptConversationMessage... oldestFirst) {
            return inOrder(List.of(oldestFirst));
        }
    }

    /**
     * One message of a talk.
     *
     * @param text what was said
     * @param role {@code USER}, {@code SYSTEM} for the model's answer, {@code ASSISTANT}, {@code SYSTEM_THINKING}
     * @param timestamp when
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptConversationMessage(
            String text,
            String role,
            GroupedTimestamp timestamp,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public QgptConversationMessage {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** What the user said. */
        public static QgptConversationMessage user(String text, Instant when) {
            return new QgptConversationMessage(text, "USER", GroupedTimestamp.of(when), Map.of());
        }

        /** What the model answered. */
        public static QgptConversationMessage model(String text, Instant when) {
            return new QgptConversationMessage(text, "SYSTEM", GroupedTimestamp.of(when), Map.of());
        }
    }
}
