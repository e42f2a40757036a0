/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request of {@code branches/create}.
 *
 * @param title required
 * @param baseNodeId message it begins at
 * @param description what it is for
 * @param contextMode {@code FULL}, {@code PARTIAL} or {@code MINIMAL}
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateBranch(
        @Nullable String title,
        @Nullable String baseNodeId,
        @Nullable String description,
        @Nullable String contextMode,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public CreateBranch {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Starts from the title. */
    public static Builder builder(String title) {
        return new Builder(title);
    }

    /** Mutable twin of the record. */
    public static final class Builder {
        private final String title;
        private @Nullable String baseNodeId;
        private @Nullable String description;
        private @Nullable String contextMode;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder(String title) {
            this.title = title;
        }

        public Builder baseNodeId(String value) {
            this.baseNodeId = value;
            return this;
        }

        public Builder description(String value) {
            this.description = value;
            return this;
        }

        public Builder contextMode(String value) {
            this.contextMode = value;
            return this;
        }

        /** A field that this library does not know; sent as it is. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        public CreateBranch build() {
            return new CreateBranch(title, baseNodeId, description, contextMode, additionalProperties);
        }
    }
}
