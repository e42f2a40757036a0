/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a workflow.
 *
 * @param id its id
 * @param name its name
 * @param trigger what sets it off
 * @param condition when it holds
 * @param response what to answer
 * @param action what to do
 * @param enabled whether it is switched on
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record Rule(
        @Nullable String id,
        @Nullable String name,
        @Nullable String trigger,
        @Nullable String condition,
        @Nullable String response,
        @Nullable String action,
        @Nullable Boolean enabled,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Rule {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable String name;
        private @Nullable String trigger;
        private @Nullable String condition;
        private @Nullable String response;
        private @Nullable String action;
        private @Nullable Boolean enabled;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets its id. */
        public Builder id(String value) {
            this.id = value;
            return this;
        }

        /** Sets its name. */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** Sets what sets it off. */
        public Builder trigger(String value) {
            this.trigger = value;
            return this;
        }

        /** Sets when it holds. */
        public Builder condition(String value) {
            this.condition = value;
            return this;
        }

        /** Sets what to answer. */
        public Builder response(String value) {
            this.response = value;
            return this;
        }

        /** Sets what to do. */
        public Builder action(String value) {
            this.action = value;
            return this;
        }

        /** Sets whether it is switched on. */
        public Builder enabled(Boolean value) {
            this.enabled = value;
            return this;
        }

        /** Sets a field that this library does not know, or an explicit null. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public Builder additional(String wireName, @Nullable Object value) {
            additional.put(wireName, value);
            return this;
        }

        /** The record. */
        public Rule build() {
            return new Rule(id, name, trigger, condition, response, action, enabled, additional);
        }
    }
}
