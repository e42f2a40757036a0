/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests and responses: checkpoints. */
public final class Checkpoints {

    private Checkpoints() {}

    /**
     * A summary that stands for the older messages of a branch. The service writes its names in camelCase or snake_case; either is read.
     *
     * @param id its id
     * @param conversationId conversation it belongs to
     * @param branchId branch it belongs to
     * @param anchorMessageId last message it stands for
     * @param summary its text
     * @param tokenCount size in tokens
     * @param createdAt ISO-8601 text
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Checkpoint(
            @Nullable String id,
            @JsonAlias("conversation_id") @Nullable String conversationId,
            @JsonAlias("branch_id") @Nullable String branchId,
            @JsonAlias("anchor_message_id") @Nullable String anchorMessageId,
            @Nullable String summary,
            @JsonAlias("token_count") @Nullable Integer tokenCount,
            @JsonAlias("created_at") @Nullable String createdAt,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Checkpoint {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** When it was created; empty if the provider said nothing readable. */
        public Optional<Instant> created() {
            return ProviderModel.time(createdAt);
        }
    }

    /**
     * Request of {@code checkpoints/create}.
     *
     * @param branchId branch to sum up; required
     * @param anchorMessageId last message to sum up; required
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CreateCheckpoint(
            @Nullable String branchId,
            @Nullable String anchorMessageId,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public CreateCheckpoint {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        public CreateCheckpoint(String branchId, String anchorMessageId) {
            this(branchId, anchorMessageId, Map.of());
        }
    }
}
