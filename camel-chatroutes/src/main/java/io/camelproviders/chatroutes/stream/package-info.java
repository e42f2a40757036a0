/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What does ChatRoutes say while it answers? Entries: {@code ChatroutesEvent}, {@code ChatroutesEventDecoder}, {@code ChatroutesAnswer}. May use: common's
 * {@code stream}, {@code json} and {@code error}, and the models. Knows nothing of Camel.
 */
@NullMarked
package io.camelproviders.chatroutes.stream;

import org.jspecify.annotations.NullMarked;
