/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of a conversation.
 *
 * @param conversation which one
 * @param deleted whether it is gone
 * @param updated whether it was changed
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StreamedIdentifier(
        @Nullable Reference conversation,
        @Nullable Boolean deleted,
        @Nullable Boolean updated,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public StreamedIdentifier {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
