/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.chatroutes.model.Branches.Branch;
import io.camelproviders.chatroutes.model.Messages.Message;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests and responses: conversations. */
public final class Conversations {

    private Conversations() {}

    /**
     * A conversation. Source: ChatRoutes API, {@code GET /conversations/{id}}; list items hold less.
     *
     * @param id its id
     * @param userId whose it is
     * @param title its title
     * @param model model it was made for
     * @param createdAt ISO-8601 text
     * @param updatedAt ISO-8601 text
     * @param messages its messages; empty where the provider sent none
     * @param branches its branches; empty where the provider sent none
     * @param messageCount messages in all, in list items
     * @param branchCount branches in all, in list items
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Conversation(
            @Nullable String id,
            @Nullable String userId,
            @Nullable String title,
            @Nullable String model,
            @Nullable String createdAt,
            @Nullable String updatedAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Message> messages,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Branch> branches,
            @Nullable Integer messageCount,
            @Nullable Integer branchCount,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Conversation {
            messages = ProviderModel.items(messages);
            branches = ProviderModel.items(branches);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** When it was created; empty if the provider said nothing readable. */
        public Optional<Instant> created() {
            return ProviderModel.time(createdAt);
        }

        /** When it was updated; empty if the provider said nothing readable. */
        public Optional<Instant> updated() {
            return ProviderModel.time(updatedAt);
        }
    }

    /**
     * Request of {@code conversations/create}.
     *
     * @param title required
     * @param model model that shall answer; the service has a default
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CreateConversation(
            @Nullable String title,
            @Nullable String model,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

        public CreateConversation {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        public CreateConversation(String title, @Nullable String model) {
            this(title, model, Map.of());
        }
    }

    /**
     * Request of {@code conversations/update}; what is null stays as it is.
     *
     * @param title new title
     * @param model new model
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UpdateConversation(
            @Nullable String title,
            @Nullable String model,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

        public UpdateConversation {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        public UpdateConversation(@Nullable String title, @Nullable String model) {
            this(title, model, Map.of());
        }
    }
}
