/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.stream;

import io.camelproviders.core.http.Timeouts;

/**
 * How long and how much.
 *
 * @param timeouts of one attempt: head, first byte, silence, total
 * @param maxLineBytes longest line
 * @param maxEventBytes longest event
 * @param maxAnswerBytes longest answer
 */
public record StreamLimits(Timeouts timeouts, int maxLineBytes, int maxEventBytes, long maxAnswerBytes) {}
