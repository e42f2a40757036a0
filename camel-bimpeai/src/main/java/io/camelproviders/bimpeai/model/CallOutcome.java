/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call that was made.
 *
 * @param status {@code initiated}, {@code busy} or {@code failed}; others are kept
 * @param callId id of the call
 * @param detail what happened
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record CallOutcome(
        String status,
        @Nullable String callId,
        @Nullable String detail,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public CallOutcome {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
