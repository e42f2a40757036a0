/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach an agent for a test.
 *
 * @param isEnabled whether it is open
 * @param startMessage what to write first
 * @param phoneNumber number, of WhatsApp
 * @param username account, of Instagram
 * @param page page, of Messenger
 * @param url link that opens it
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record TestCodeChannel(
        boolean isEnabled,
        @Nullable String startMessage,
        @Nullable String phoneNumber,
        @Nullable String username,
        @Nullable String page,
        @Nullable String url,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public TestCodeChannel {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
