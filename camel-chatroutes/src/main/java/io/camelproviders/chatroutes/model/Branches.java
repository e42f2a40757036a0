/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests and responses: branches. */
public final class Branches {

    private Branches() {}

    /**
     * A branch of a conversation.
     *
     * @param id its id
     * @param conversationId where it stands
     * @param parentBranchId branch it came from
     * @param forkPointMessageId message it came from
     * @param title its title
     * @param description what it is for
     * @param contextMode {@code FULL}, {@code PARTIAL} or {@code MINIMAL}; others are kept
     * @param isMain whether it is the first branch, which cannot be deleted
     * @param isActive whether it is in use
     * @param createdAt ISO-8601 text
     * @param updatedAt ISO-8601 text
     * @param messageCount messages in it
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Branch(
            @Nullable String id,
            @Nullable String conversationId,
            @Nullable String parentBranchId,
            @Nullable String forkPointMessageId,
            @Nullable String title,
            @Nullable String description,
            @Nullable String contextMode,
            @JsonProperty("isMain") @Nullable Boolean isMain,
            @JsonProperty("isActive") @Nullable Boolean isActive,
            @Nullable String createdAt,
            @Nullable String updatedAt,
            @Nullable Integer messageCount,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Branch {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** When it was created; empty if the provider said nothing readable. */
        public Optional<Instant> created() {
            return ProviderModel.time(createdAt);
        }
    }

    /**
     * Where in a text a branch was found.
     *
     * @param start first character, from 0
     * @param end character after the last
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BranchPoint(
            @Nullable Integer start,
            @Nullable Integer end,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public BranchPoint {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

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

    /**
     * Request of {@code branches/fork}.
     *
     * @param forkPointMessageId message after which the branch leaves; required
     * @param title required
     * @param contextMode {@code FULL}, {@code PARTIAL} or {@code MINIMAL}
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ForkBranch(
            @Nullable String forkPointMessageId,
            @Nullable String title,
            @Nullable String contextMode,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public ForkBranch {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        public ForkBranch(String forkPointMessageId, String title, @Nullable String contextMode) {
            this(forkPointMessageId, title, contextMode, Map.of());
        }
    }

    /**
     * Request of {@code branches/update}; what is null stays as it is.
     *
     * @param title new title
     * @param contextMode new context mode
     * @param isActive whether it is in use
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UpdateBranch(
            @Nullable String title,
            @Nullable String contextMode,
            @JsonProperty("isActive") @Nullable Boolean isActive,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public UpdateBranch {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        public UpdateBranch(@Nullable String title, @Nullable String contextMode, @Nullable Boolean isActive) {
            this(title, contextMode, isActive, Map.of());
        }
    }
}
