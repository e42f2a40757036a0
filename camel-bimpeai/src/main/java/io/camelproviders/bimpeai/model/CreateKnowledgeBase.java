/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String type;
        private @Nullable String name;
        private @Nullable String content;
        private @Nullable String url;
        private @Nullable String description;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets {@code text} or {@code url}. */
        public Builder type(String value) {
            this.type = value;
            return this;
        }

        /** Sets its name. */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** Sets its text, for type {@code text}. */
        public Builder content(String value) {
            this.content = value;
            return this;
        }

        /** Sets where it lies, for type {@code url}. */
        public Builder url(String value) {
            this.url = value;
            return this;
        }

        /** Sets what it holds. */
        public Builder description(String value) {
            this.description = value;
            return this;
        }

        /** Sets a field that this library does not know, or an explicit null. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public Builder additional(String wireName, @Nullable Object value) {
            additional.put(wireName, value);
            return this;
        }

        /** The record. */
        public CreateKnowledgeBase build() {
            return new CreateKnowledgeBase(type, name, content, url, description, additional);
        }
    }
}
