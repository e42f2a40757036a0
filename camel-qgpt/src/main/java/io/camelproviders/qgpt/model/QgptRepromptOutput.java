/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderResponse;
import java.util.Map;

/**
 * Answer of {@code reprompt}.
 *
 * @param query a question that stands alone, for relevance and then question
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptRepromptOutput(
        String query, @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel, ProviderResponse {

    public QgptRepromptOutput {
        query = query == null ? "" : query;
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** The rewritten question. */
    @Override
    public String text() {
        return query;
    }
}
