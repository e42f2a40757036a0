/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer.
 *
 * @param score 0 to 1
 * @param text the answer, or a piece of it on the stream
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptQuestionAnswer(
        @Nullable Double score,
        @Nullable String text,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public QgptQuestionAnswer {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** A text as an answer, for hints about it. */
    public static QgptQuestionAnswer of(String text) {
        return new QgptQuestionAnswer(1.0, text, Map.of());
    }
}
