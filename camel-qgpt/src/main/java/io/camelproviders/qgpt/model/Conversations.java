/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderResponse;
import io.camelproviders.qgpt.model.Questions.QgptPromptPipeline;
import io.camelproviders.qgpt.model.Relevance.GroupedTimestamp;
import io.camelproviders.qgpt.model.SeedModel.Reference;
import io.camelproviders.qgpt.model.SeedModel.References;
import io.camelproviders.qgpt.model.SeedModel.SeededFragment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and responses: conversations. */
public final class Conversations {

    private Conversations() {}

    /**
     * A persisted conversation.
     *
     * @param id id
     * @param created when stored
     * @param updated when changed
     * @param type {@code COPILOT} or {@code UNKNOWN}
     * @param name title
     * @param messages its messages; the indices give the order
     * @param pipeline kind of answers
     * @param model model that answers
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Conversation(
            String id,
            @Nullable GroupedTimestamp created,
            @Nullable GroupedTimestamp updated,
            @Nullable String type,
            @Nullable String name,
            @Nullable References messages,
            @Nullable QgptPromptPipeline pipeline,
            @Nullable Reference model,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Conversation {
            id = id == null ? "" : id;
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A persisted message.
     *
     * @param id id
     * @param created when stored
     * @param updated when changed
     * @param role {@code USER}, {@code SYSTEM} for the model's answer, {@code ASSISTANT}, {@code SYSTEM_THINKING}
     * @param conversation where it belongs
     * @param fragment its content
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConversationMessage(
            String id,
            @Nullable GroupedTimestamp created,
            @Nullable GroupedTimestamp updated,
            @Nullable String role,
            @Nullable Reference conversation,
            @Nullable SeededFragment fragment,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel, ProviderResponse {

        public ConversationMessage {
            id = id == null ? "" : id;
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** What was said; empty if unknown. */
        @Override
        public String text() {
            return fragment == null ? "" : fragment.text();
        }
    }

    /**
     * The messages of a conversation.
     *
     * @param iterable the messages in no particular order
     * @param indices position of each id; -1 for one that is gone
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConversationMessages(
            List<ConversationMessage> iterable,
            @Nullable Map<String, Integer> indices,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public ConversationMessages {
            iterable = ProviderModel.items(iterable);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The messages in the order of the talk, as the indices tell; without indices as they came. */
        public List<ConversationMessage> inOrder() {
            Map<String, Integer> positions = indices;
            if (positions == null || positions.isEmpty()) {
                return iterable;
            }
            return iterable.stream()
                    .filter(message -> positions.getOrDefault(message.id(), Integer.MAX_VALUE) >= 0)
                    .sorted(Comparator.comparingInt(message -> positions.getOrDefault(message.id(), Integer.MAX_VALUE)))
                    .toList();
        }
    }

    /**
     * One change of a conversation.
     *
     * @param conversation which one
     * @param deleted whether it is gone
     * @param updated whether it was changed
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StreamedIdentifier(
            @Nullable Reference conversation,
            @Nullable Boolean deleted,
            @Nullable Boolean updated,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public StreamedIdentifier {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Changes of conversations.
     *
     * @param iterable the changes
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StreamedIdentifiers(
            List<StreamedIdentifier> iterable,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public StreamedIdentifiers {
            iterable = ProviderModel.items(iterable);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
