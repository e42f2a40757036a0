/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a run: a thought, a tool call, its outcome or a message. Which fields there are depends on the type.
 *
 * @param type {@code reasoning}, {@code function_call}, {@code function_call_result} or {@code message}
 * @param role of a message: {@code assistant}
 * @param name of a call and its outcome: the tool
 * @param callId of a call and its outcome: joins them
 * @param arguments of a call: JSON text
 * @param content of a message or a thought
 * @param summary of a thought
 * @param metadata of an outcome: the sources it found
 * @param additionalProperties further fields as they came
 */
public record RunItem(
        @Nullable String type,
        @Nullable String role,
        @Nullable String name,
        @Nullable String callId,
        @Nullable String arguments,
        @Nullable List<TextPart> content,
        @Nullable List<TextPart> summary,
        @Nullable Sources metadata,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public RunItem {
        content = ProviderModel.itemsOrNull(content);
        summary = ProviderModel.itemsOrNull(summary);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
