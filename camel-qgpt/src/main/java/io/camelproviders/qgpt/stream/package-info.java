/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What is said on the WebSockets of Pieces OS, and by whom? Entry: {@code QgptSocket}, the one socket that all producers
 * and consumers of a server share; {@code ConversationsSocket} for conversation changes. May use: this module's
 * {@code operation} and {@code model}, common's {@code http}, {@code json}, {@code retry}, {@code error}; no Camel.
 */
@NullMarked
package io.camelproviders.qgpt.stream;

import org.jspecify.annotations.NullMarked;
