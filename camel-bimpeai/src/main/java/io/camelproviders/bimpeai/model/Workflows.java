/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.bimpeai.model.Agents.Guide;
import io.camelproviders.bimpeai.model.Agents.Rule;
import io.camelproviders.bimpeai.model.KnowledgeBases.FaqItem;
import io.camelproviders.core.json.ObjectsOnly;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: workflows. */
public final class Workflows {

    private Workflows() {}

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

    /**
     * Body of workflows/create, where name and system prompt are required, and of workflows/update, where all is optional.
     *
     * @param name its name
     * @param systemPrompt its system prompt
     * @param description what it is for
     * @param category its category
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
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    @Builder
    public record CreateWorkflow(
            @Nullable String name,
            @Nullable String systemPrompt,
            @Nullable String description,
            @Nullable String category,
            @Nullable List<Rule> rules,
            @Nullable List<Flow> flows,
            @Nullable List<String> tags,
            @Nullable List<String> integrations,
            @Nullable List<String> channels,
            @Nullable List<String> actions,
            @Nullable Guide guide,
            @Nullable List<FaqItem> faq,
            @Nullable List<Object> setupSteps,
            @Nullable Integer setupTime,
            @Nullable String videoUrl,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public CreateWorkflow {
            rules = ProviderModel.itemsOrNull(rules);
            flows = ProviderModel.itemsOrNull(flows);
            tags = ProviderModel.itemsOrNull(tags);
            integrations = ProviderModel.itemsOrNull(integrations);
            channels = ProviderModel.itemsOrNull(channels);
            actions = ProviderModel.itemsOrNull(actions);
            faq = ProviderModel.itemsOrNull(faq);
            setupSteps = ProviderModel.itemsOrNull(setupSteps);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static CreateWorkflowBuilder builder() {
            return CreateWorkflowBuilder.createWorkflow();
        }
    }

    /**
     * Body of workflows/clone.
     *
     * @param sourceWorkflowId workflow to copy
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record CloneWorkflow(
            String sourceWorkflowId, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public CloneWorkflow {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A flow of a workflow.
     *
     * @param name its name
     * @param description what it is for
     * @param category its category
     * @param priority its rank
     * @param isActive whether it is switched on
     * @param triggerKeywords words that start it
     * @param conversationSteps its steps
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    @Builder
    public record Flow(
            @Nullable String name,
            @Nullable String description,
            @Nullable String category,
            @Nullable Integer priority,
            @Nullable Boolean isActive,
            @ObjectsOnly @Nullable List<TriggerKeyword> triggerKeywords,
            @ObjectsOnly @Nullable List<ConversationStep> conversationSteps,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Flow {
            triggerKeywords = ProviderModel.itemsOrNull(triggerKeywords);
            conversationSteps = ProviderModel.itemsOrNull(conversationSteps);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static FlowBuilder builder() {
            return FlowBuilder.flow();
        }
    }

    /**
     * A conversation flow of the first console; its shape is no longer specified.
     *
     * @param id its id
     * @param name its name
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record ConversationFlow(
            @Nullable String id,
            @Nullable String name,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public ConversationFlow {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A step of a flow.
     *
     * @param type its type
     * @param content what to say
     * @param action what to do
     * @param followup what comes after
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record ConversationStep(
            String type,
            @Nullable String content,
            @Nullable String action,
            @Nullable String followup,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public ConversationStep {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A word that starts a flow.
     *
     * @param keyword the word
     * @param weight {@code high}, {@code medium} or {@code low}; others are kept
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record TriggerKeyword(
            String keyword,
            @Nullable String weight,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public TriggerKeyword {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
