/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
