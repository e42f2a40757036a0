/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How relevance is looked for.
 *
 * @param database search everything that is saved
 * @param question also answer the question
 * @param pipeline what kind of answer is wanted
 * @param behavior {@code DEEP_STUDY}; one at a time
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptRelevanceInputOptions(
        @Nullable Boolean database,
        @Nullable Boolean question,
        @Nullable QgptPromptPipeline pipeline,
        @Nullable String behavior,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public QgptRelevanceInputOptions {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Nothing chosen. */
    public static final QgptRelevanceInputOptions NONE =
            new QgptRelevanceInputOptions(null, null, null, null, Map.of());

    /** The same, searching everything that is saved. */
    public QgptRelevanceInputOptions withDatabase() {
        return new QgptRelevanceInputOptions(true, question, pipeline, behavior, additionalProperties);
    }

    /** The same, answering the question too. */
    public QgptRelevanceInputOptions withQuestion() {
        return new QgptRelevanceInputOptions(database, true, pipeline, behavior, additionalProperties);
    }

    /** The same with a pipeline. */
    public QgptRelevanceInputOptions withPipeline(QgptPromptPipeline chosen) {
        return new QgptRelevanceInputOptions(database, question, chosen, behavior, additionalProperties);
    }
}
