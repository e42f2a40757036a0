/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Starts with what is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record. */
    public static final class Builder {
        private @Nullable QgptQuestionInput question;
        private @Nullable QgptRelevanceInput relevance;
        private @Nullable String request;
        private @Nullable String conversation;
        private @Nullable Boolean agent;
        private @Nullable Boolean stop;
        private @Nullable Boolean reset;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder() {}

        /** To be answered from the given snippets. */
        public Builder question(@Nullable QgptQuestionInput value) {
            this.question = value;
            return this;
        }

        /** To be searched for, and answered if its options say so. */
        public Builder relevance(@Nullable QgptRelevanceInput value) {
            this.relevance = value;
            return this;
        }

        /** Id of the exchange; chosen by this library when absent. */
        public Builder request(@Nullable String value) {
            this.request = value;
            return this;
        }

        /** Persisted conversation to add to; the server makes one when absent. */
        public Builder conversation(@Nullable String value) {
            this.conversation = value;
            return this;
        }

        /** False saves the routing to agents. */
        public Builder agent(@Nullable Boolean value) {
            this.agent = value;
            return this;
        }

        /** Stops the running answer; false means absent. */
        public Builder stop(@Nullable Boolean value) {
            this.stop = value;
            return this;
        }

        /** Stops everything, others' work too; false means absent. */
        public Builder reset(@Nullable Boolean value) {
            this.reset = value;
            return this;
        }

        /** A field that this library does not know. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        /** The record. */
        public QgptStreamInput build() {
            return new QgptStreamInput(
                    question, relevance, request, conversation, agent, stop, reset, additionalProperties);
        }
    }
}
