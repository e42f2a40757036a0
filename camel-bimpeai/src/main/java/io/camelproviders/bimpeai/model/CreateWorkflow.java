/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable String systemPrompt;
        private @Nullable String description;
        private @Nullable String category;
        private @Nullable List<Rule> rules;
        private @Nullable List<Flow> flows;
        private @Nullable List<String> tags;
        private @Nullable List<String> integrations;
        private @Nullable List<String> channels;
        private @Nullable List<String> actions;
        private @Nullable Guide guide;
        private @Nullable List<FaqItem> faq;
        private @Nullable List<Object> setupSteps;
        private @Nullable Integer setupTime;
        private @Nullable String videoUrl;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets its name. */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** Sets its system prompt. */
        public Builder systemPrompt(String value) {
            this.systemPrompt = value;
            return this;
        }

        /** Sets what it is for. */
        public Builder description(String value) {
            this.description = value;
            return this;
        }

        /** Sets its category. */
        public Builder category(String value) {
            this.category = value;
            return this;
        }

        /** Sets its rules. */
        public Builder rules(List<Rule> value) {
            this.rules = value;
            return this;
        }

        /** Sets its flows. */
        public Builder flows(List<Flow> value) {
            this.flows = value;
            return this;
        }

        /** Sets its tags. */
        public Builder tags(List<String> value) {
            this.tags = value;
            return this;
        }

        /** Sets integrations it uses. */
        public Builder integrations(List<String> value) {
            this.integrations = value;
            return this;
        }

        /** Sets channels it serves. */
        public Builder channels(List<String> value) {
            this.channels = value;
            return this;
        }

        /** Sets actions it takes. */
        public Builder actions(List<String> value) {
            this.actions = value;
            return this;
        }

        /** Sets how to set it up. */
        public Builder guide(Guide value) {
            this.guide = value;
            return this;
        }

        /** Sets questions and answers. */
        public Builder faq(List<FaqItem> value) {
            this.faq = value;
            return this;
        }

        /** Sets steps of the set-up, of any shape. */
        public Builder setupSteps(List<Object> value) {
            this.setupSteps = value;
            return this;
        }

        /** Sets time that the set-up takes; the unit is not specified. */
        public Builder setupTime(Integer value) {
            this.setupTime = value;
            return this;
        }

        /** Sets where its video lies. */
        public Builder videoUrl(String value) {
            this.videoUrl = value;
            return this;
        }

        /** Sets a field that this library does not know, or an explicit null. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public Builder additional(String wireName, @Nullable Object value) {
            additional.put(wireName, value);
            return this;
        }

        /** The record. */
        public CreateWorkflow build() {
            return new CreateWorkflow(
                    name,
                    systemPrompt,
                    description,
                    category,
                    rules,
                    flows,
                    tags,
                    integrations,
                    channels,
                    actions,
                    guide,
                    faq,
                    setupSteps,
                    setupTime,
                    videoUrl,
                    additional);
        }
    }
}
