/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does a stream outlive its connections? Entry class: {@link io.camelproviders.core.subscription.StreamSubscription}: connect
 * ({@code StartOffset}, {@code StreamOpener}), decode ({@code ConnectionListener}, {@code EventBuffer}), dispatch ({@code
 * Dispatcher}), commit ({@code OffsetCommitter}, {@code OffsetWriter}), reconnect. May use: {@code connection}, {@code http},
 * {@code sse}, {@code offset}, {@code retry}, {@code concurrent}, {@code error}.
 */
@NullMarked
package io.camelproviders.core.subscription;

import org.jspecify.annotations.NullMarked;
