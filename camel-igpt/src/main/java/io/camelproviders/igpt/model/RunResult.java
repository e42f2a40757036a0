/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Result of a run: the whole answer of {@code recall/run}, or the last event of its stream.
 *
 * @param id id of the run
 * @param output text, object or array by {@code output_format}, or null
 * @param usage tokens it took
 * @param metadata sources
 * @param timestampStart begin, Unix time in milliseconds
 * @param timestamp end, Unix time in milliseconds
 * @param duration milliseconds
 * @param additionalProperties further fields as they came
 */
public record RunResult(
        @Nullable String id,
        @Nullable Object output,
        @Nullable Usage usage,
        @Nullable Sources metadata,
        @Nullable Long timestampStart,
        @Nullable Long timestamp,
        @Nullable Long duration,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel, ProviderResponse {

    public RunResult {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** The output if it is a text, else null. */
    @Override
    public @Nullable String text() {
        return output instanceof String text ? text : null;
    }

    /** Where the output's statements come from; empty if nothing was said. */
    @JsonIgnore
    public List<Source> sources() {
        return metadata == null || metadata.sources() == null ? List.of() : metadata.sources();
    }
}
