/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request of {@code branches/fork}.
 *
 * @param forkPointMessageId message after which the branch leaves; required
 * @param title required
 * @param contextMode {@code FULL}, {@code PARTIAL} or {@code MINIMAL}
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForkBranch(
        @Nullable String forkPointMessageId,
        @Nullable String title,
        @Nullable String contextMode,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public ForkBranch {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    public ForkBranch(String forkPointMessageId, String title, @Nullable String contextMode) {
        this(forkPointMessageId, title, contextMode, Map.of());
    }
}
