/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What does ChatRoutes speak of? Entries: {@code Conversation}, {@code Message}, {@code Branch}, {@code SendMessage}. One record a file, tolerant
 * of what it does not know. May use: Jackson annotations and common's {@code ProviderModel}.
 */
@NullMarked
package io.camelproviders.chatroutes.model;

import org.jspecify.annotations.NullMarked;
