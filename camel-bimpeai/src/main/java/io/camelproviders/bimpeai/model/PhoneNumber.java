/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number in a list.
 *
 * @param id its id
 * @param agentId agent it belongs to
 * @param label its label
 * @param e164 the number in E.164 form
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record PhoneNumber(
        String id,
        @Nullable String agentId,
        @Nullable String label,
        String e164,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public PhoneNumber {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
