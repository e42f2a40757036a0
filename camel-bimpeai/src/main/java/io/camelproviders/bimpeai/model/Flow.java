/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ObjectsOnly;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable String description;
        private @Nullable String category;
        private @Nullable Integer priority;
        private @Nullable Boolean isActive;
        private @Nullable List<TriggerKeyword> triggerKeywords;
        private @Nullable List<ConversationStep> conversationSteps;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets its name. */
        public Builder name(String value) {
            this.name = value;
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

        /** Sets its rank. */
        public Builder priority(Integer value) {
            this.priority = value;
            return this;
        }

        /** Sets whether it is switched on. */
        public Builder isActive(Boolean value) {
            this.isActive = value;
            return this;
        }

        /** Sets words that start it. */
        public Builder triggerKeywords(List<TriggerKeyword> value) {
            this.triggerKeywords = value;
            return this;
        }

        /** Sets its steps. */
        public Builder conversationSteps(List<ConversationStep> value) {
            this.conversationSteps = value;
            return this;
        }

        /** Sets a field that this library does not know, or an explicit null. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public Builder additional(String wireName, @Nullable Object value) {
            additional.put(wireName, value);
            return this;
        }

        /** The record. */
        public Flow build() {
            return new Flow(
                    name, description, category, priority, isActive, triggerKeywords, conversationSteps, additional);
        }
    }
}
