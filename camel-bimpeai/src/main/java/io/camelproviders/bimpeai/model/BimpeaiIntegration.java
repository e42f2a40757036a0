/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the provider's own integrations.
 *
 * @param id its id, once connected
 * @param type {@code bumpa}, {@code google_calendar}, {@code google_sheets}, {@code paystack} or {@code stripe}; others are kept
 * @param name its name
 * @param status its status
 * @param isConnected whether it is connected
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record BimpeaiIntegration(
        @Nullable String id,
        String type,
        String name,
        String status,
        boolean isConnected,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public BimpeaiIntegration {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
