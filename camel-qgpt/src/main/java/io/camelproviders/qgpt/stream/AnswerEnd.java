/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.qgpt.model.Answers.QgptStreamOutput;
import org.jspecify.annotations.Nullable;

/**
 * How a whole answer ended.
 *
 * @param request id of the exchange
 * @param conversation where question and answer stand now
 * @param output the last message; null if the answer was recovered after a drop
 * @param recovered the whole text as it was persisted, if the answer was recovered after a drop; else null
 */
public record AnswerEnd(
        String request,
        @Nullable String conversation,
        @Nullable QgptStreamOutput output,
        @Nullable String recovered) {}
