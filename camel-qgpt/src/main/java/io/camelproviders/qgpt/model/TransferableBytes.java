/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camelproviders.common.json.ProviderModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        @JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public TransferableBytes {
        raw = raw == null ? null : raw.stream().filter(Objects::nonNull).toList();
        base64 =
                base64 == null ? null : base64.stream().filter(Objects::nonNull).toList();
        base64Url = base64Url == null
                ? null
                : base64Url.stream().filter(Objects::nonNull).toList();
        dataUrl = dataUrl == null
                ? null
                : dataUrl.stream().filter(Objects::nonNull).toList();
        additionalProperties = additionalProperties == null
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(additionalProperties));
    }
}
