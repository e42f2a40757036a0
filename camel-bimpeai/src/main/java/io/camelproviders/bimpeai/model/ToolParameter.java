/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a tool.
 *
 * @param name its name
 * @param type {@code string}, {@code number}, {@code integer}, {@code boolean}, {@code array} or {@code object}
 * @param description what it means
 * @param required whether it must be given
 * @param items what an array holds
 * @param properties what an object holds
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record ToolParameter(
        @Nullable String name,
        @Nullable String type,
        @Nullable String description,
        @Nullable Boolean required,
        @Nullable ToolParameter items,
        @Nullable Map<String, Object> properties,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public ToolParameter {
        properties = ProviderModel.objectOrNull(properties);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable String type;
        private @Nullable String description;
        private @Nullable Boolean required;
        private @Nullable ToolParameter items;
        private @Nullable Map<String, Object> properties;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets its name. */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** Sets {@code string}, {@code number}, {@code integer}, {@code boolean}, {@code array} or {@code object}. */
        public Builder type(String value) {
            this.type = value;
            return this;
        }

        /** Sets what it means. */
        public Builder description(String value) {
            this.description = value;
            return this;
        }

        /** Sets whether it must be given. */
        public Builder required(Boolean value) {
            this.required = value;
            return this;
        }

        /** Sets what an array holds. */
        public Builder items(ToolParameter value) {
            this.items = value;
            return this;
        }

        /** Sets what an object holds. */
        public Builder properties(Map<String, Object> value) {
            this.properties = value;
            return this;
        }

        /** Sets a field that this library does not know, or an explicit null. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public Builder additional(String wireName, @Nullable Object value) {
            additional.put(wireName, value);
            return this;
        }

        /** The record. */
        public ToolParameter build() {
            return new ToolParameter(name, type, description, required, items, properties, additional);
        }
    }
}
