/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for telephone numbers.
 *
 * @param id its id
 * @param status {@code under_review} for example; an open set
 * @param businessName name of the business
 * @param intendedUse what the number is for
 * @param region {@code us}, {@code uk}, {@code eu} or {@code ng}; others are kept
 * @param agentCount agents that shall use it
 * @param outboundMinutes minutes that it shall call
 * @param e164 the number, once there is one
 * @param agentId agent it belongs to
 * @param label its label
 * @param createdAt ISO-8601 text
 * @param updatedAt ISO-8601 text
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record PhoneNumberRequest(
        String id,
        @Nullable String status,
        @Nullable String businessName,
        @Nullable String intendedUse,
        @Nullable String region,
        @Nullable Integer agentCount,
        @Nullable Integer outboundMinutes,
        @Nullable String e164,
        @Nullable String agentId,
        @Nullable String label,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public PhoneNumberRequest {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
