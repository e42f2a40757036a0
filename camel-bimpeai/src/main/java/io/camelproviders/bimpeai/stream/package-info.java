/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What do the frames of a conversation's stream mean? Entry: {@code BimpeaiEventDecoder}. Knows nothing of Camel. May use: common's
 * {@code stream}, {@code json}, {@code error}, and the models.
 */
@NullMarked
package io.camelproviders.bimpeai.stream;

import org.jspecify.annotations.NullMarked;
