/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;

/**
 * A channel of an agent.
 *
 * @param id its id
 * @param type {@code whatsapp}, {@code webchat}, {@code telephony} …; an open set
 * @param name its name
 * @param status its status
 * @param isConnected whether it is connected
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record Channel(
        String id,
        String type,
        String name,
        String status,
        boolean isConnected,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Channel {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
