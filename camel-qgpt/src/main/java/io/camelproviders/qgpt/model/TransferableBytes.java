/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camelproviders.core.json.ProviderModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way, as arrays of ints.
 *
 * @param raw the bytes
 * @param base64 base64 form
 * @param base64Url base64url form
 * @param dataUrl data URL form
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferableBytes(
        @Nullable List<Integer> raw,
        @Nullable List<Integer> base64,
        @JsonProperty("base64_url") @Nullable List<Integer> base64Url,
        @JsonProperty("data_url") @Nullable List<Integer> dataUrl,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public TransferableBytes {
        raw = ProviderModel.itemsOrNull(raw);
        base64 = ProviderModel.itemsOrNull(base64);
        base64Url = ProviderModel.itemsOrNull(base64Url);
        dataUrl = ProviderModel.itemsOrNull(dataUrl);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
