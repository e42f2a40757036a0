/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call in a list.
 *
 * @param id its id
 * @param source number that calls
 * @param destination number that is called
 * @param status from {@code queued} over {@code ringing} to {@code ended}, or {@code busy}, {@code failed}, {@code cancelled}; others are kept
 * @param direction its direction
 * @param createdOn ISO-8601 text
 * @param durationSeconds how long it lasted
 * @param isTestCall whether it is a test
 * @param errorReason why it failed
 * @param endReason why it ended
 * @param ringingAt ISO-8601 text
 * @param endedAt ISO-8601 text
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record Call(
        String id,
        @Nullable String source,
        String destination,
        String status,
        String direction,
        String createdOn,
        @Nullable Integer durationSeconds,
        boolean isTestCall,
        @Nullable String errorReason,
        @Nullable String endReason,
        @Nullable String ringingAt,
        @Nullable String endedAt,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Call {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
