/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What kind of answer is wanted; one of task and conversation, each an object with one empty member.
 *
 * @param task a task by name
 * @param conversation a dialogue by name
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptPromptPipeline(
        @Nullable Map<String, Object> task,
        @Nullable Map<String, Object> conversation,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public QgptPromptPipeline {
        task = ProviderModel.objectOrNull(task);
        conversation = ProviderModel.objectOrNull(conversation);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /**
     * A pipeline by its wire name.
     *
     * @param name as in {@link QgptPipeline}; case, dashes and underscores do not matter
     * @throws IllegalArgumentException if there is none of that name; the message lists them all
     */
    public static QgptPromptPipeline named(String name) {
        return QgptPipeline.named(name).prompt();
    }
}
