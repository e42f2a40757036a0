/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code question} and {@code hints}, and the text pieces of the stream.
 *
 * @param answers the answers
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptQuestionOutput(
        @Nullable QgptQuestionAnswers answers,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel, ProviderResponse {

    public QgptQuestionOutput {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** All texts one after the other; empty if there are none. */
    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        if (answers != null) {
            answers.iterable().forEach(answer -> text.append(answer.text() == null ? "" : answer.text()));
        }
        return text.toString();
    }
}
