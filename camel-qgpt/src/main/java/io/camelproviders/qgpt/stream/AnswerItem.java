/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import org.jspecify.annotations.Nullable;

/**
 * What an answer says next: an event, or at last its end.
 *
 * @param event the event; null at the end
 * @param end the end; null before it
 */
public record AnswerItem(
        @Nullable QgptEvent event, @Nullable AnswerEnd end) {}
