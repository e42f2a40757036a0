/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ObjectsOnly;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workflow. Placeholders that the service puts among rules, flows and questions are left out.
 *
 * @param id its id
 * @param name its name
 * @param description what it is for
 * @param category its category
 * @param visibility {@code private} or {@code public}; others are kept
 * @param isOwner whether it is ours
 * @param systemPrompt its system prompt
 * @param rules its rules
 * @param flows its flows
 * @param tags its tags
 * @param integrations integrations it uses
 * @param channels channels it serves
 * @param actions actions it takes
 * @param guide how to set it up
 * @param faq questions and answers
 * @param setupSteps steps of the set-up, of any shape
 * @param setupTime time that the set-up takes; the unit is not specified
 * @param videoUrl where its video lies
 * @param createdAt ISO-8601 text
 * @param updatedAt ISO-8601 text
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record Workflow(
        String id,
        String name,
        @Nullable String description,
        @Nullable String category,
        @Nullable String visibility,
        boolean isOwner,
        @Nullable String systemPrompt,
        @ObjectsOnly List<Rule> rules,
        @ObjectsOnly List<Flow> flows,
        @Nullable List<String> tags,
        @Nullable List<String> integrations,
        @Nullable List<String> channels,
        @Nullable List<String> actions,
        @Nullable Guide guide,
        @ObjectsOnly @Nullable List<FaqItem> faq,
        List<Object> setupSteps,
        @Nullable Integer setupTime,
        @Nullable String videoUrl,
        String createdAt,
        String updatedAt,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Workflow {
        rules = ProviderModel.items(rules);
        flows = ProviderModel.items(flows);
        tags = ProviderModel.itemsOrNull(tags);
        integrations = ProviderModel.itemsOrNull(integrations);
        channels = ProviderModel.itemsOrNull(channels);
        actions = ProviderModel.itemsOrNull(actions);
        faq = ProviderModel.itemsOrNull(faq);
        setupSteps = ProviderModel.items(setupSteps);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
