/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What is being said, chunk by chunk? Entry: {@code AnswerCall}, one question whose answer arrives in pieces. The
 * transport stands behind {@code AnswerSource}, the provider's words behind {@code AnswerReader}, the taker behind
 * {@code AnswerSink}. May use: {@code http}, {@code stream}, {@code retry}, {@code error}.
 */
@NullMarked
package io.camelproviders.core.streaming;

import org.jspecify.annotations.NullMarked;
