/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camelproviders.core.json.ProviderModel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
