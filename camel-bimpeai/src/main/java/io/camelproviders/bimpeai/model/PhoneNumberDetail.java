/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number.
 *
 * @param id its id
 * @param agentId agent it belongs to
 * @param label its label
 * @param e164 the number in E.164 form
 * @param createdAt ISO-8601 text
 * @param updatedAt ISO-8601 text
 * @param inboundEnabled whether it takes calls
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record PhoneNumberDetail(
        String id,
        @Nullable String agentId,
        @Nullable String label,
        String e164,
        String createdAt,
        String updatedAt,
        boolean inboundEnabled,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public PhoneNumberDetail {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
