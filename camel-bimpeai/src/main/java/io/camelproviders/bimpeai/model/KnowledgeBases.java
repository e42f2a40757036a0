/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: knowledge bases. */
public final class KnowledgeBases {

    private KnowledgeBases() {}

    /**
     * Body of knowledge-bases/create. The component never fetches the URL itself.
     *
     * @param type {@code text} or {@code url}
     * @param name its name
     * @param content its text, for type {@code text}
     * @param url where it lies, for type {@code url}
     * @param description what it holds
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    @Builder
    public record CreateKnowledgeBase(
            @Nullable String type,
            @Nullable String name,
            @Nullable String content,
            @Nullable String url,
            @Nullable String description,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public CreateKnowledgeBase {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static CreateKnowledgeBaseBuilder builder() {
            return CreateKnowledgeBaseBuilder.createKnowledgeBase();
        }
    }

    /**
     * Body of knowledge-bases/update; all optional.
     *
     * @param name its name
     * @param description what it holds
     * @param content its text
     * @param url where it lies
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record UpdateKnowledgeBase(
            @Nullable String name,
            @Nullable String description,
            @Nullable String content,
            @Nullable String url,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public UpdateKnowledgeBase {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A knowledge base.
     *
     * @param id its id
     * @param type {@code text} or {@code url}; others are kept
     * @param name its name
     * @param description what it holds
     * @param url where it lies
     * @param content its text
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record KbItem(
            String id,
            String type,
            String name,
            @Nullable String description,
            @Nullable String url,
            @Nullable String content,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public KbItem {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A knowledge base in short.
     *
     * @param id its id
     * @param type {@code text} or {@code url}; others are kept
     * @param name its name
     * @param description what it holds
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record KbSummary(
            String id,
            String type,
            String name,
            @Nullable String description,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public KbSummary {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A question and its answer.
     *
     * @param question the question
     * @param answer the answer
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record FaqItem(
            @Nullable String question,
            @Nullable String answer,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public FaqItem {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
