/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text on its way.
 *
 * @param raw the text itself; the only form that servers implement
 * @param base64 base64 form
 * @param base64Url base64url form
 * @param dataUrl data URL form
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferableString(
        @Nullable String raw,
        @Nullable String base64,
        @JsonProperty("base64_url") @Nullable String base64Url,
        @JsonProperty("data_url") @Nullable String dataUrl,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public TransferableString {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** The text itself. */
    public static TransferableString of(String raw) {
        return new TransferableString(raw, null, null, null, Map.of());
    }
}
