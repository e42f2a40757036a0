/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What hangs on a message. The component never fetches it.
 *
 * @param type its type
 * @param url where it lies
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record Attachment(
        @Nullable String type,
        @Nullable String url,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public Attachment {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
