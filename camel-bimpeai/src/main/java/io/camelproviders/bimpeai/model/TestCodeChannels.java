/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach an agent for a test.
 *
 * @param whatsapp over WhatsApp
 * @param instagram over Instagram
 * @param messenger over Messenger
 * @param telephony by telephone
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record TestCodeChannels(
        @Nullable TestCodeChannel whatsapp,
        @Nullable TestCodeChannel instagram,
        @Nullable TestCodeChannel messenger,
        @Nullable TestCodeChannel telephony,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public TestCodeChannels {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
