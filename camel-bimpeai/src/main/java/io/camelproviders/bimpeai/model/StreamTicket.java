/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A single-use pass to a stream; a secret while it lives.
 *
 * @param ticket the pass
 * @param expiresIn seconds that it lives
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record StreamTicket(
        String ticket,
        @Nullable Integer expiresIn,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public StreamTicket {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "StreamTicket[expiresIn=" + expiresIn + "]";
    }
}
