/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.stream;

import io.camelproviders.common.http.Deadlines;

/**
 * How long and how much.
 *
 * @param deadlines of one attempt: head, first byte, silence, total
 * @param maxLineBytes longest line
 * @param maxEventBytes longest event
 * @param maxAnswerBytes longest answer
 */
public record StreamLimits(Deadlines deadlines, int maxLineBytes, int maxEventBytes, long maxAnswerBytes) {}
