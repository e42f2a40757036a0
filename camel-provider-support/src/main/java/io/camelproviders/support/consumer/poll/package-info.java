/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * From list to exchanges, one for each new item. Entry class:
 * {@link io.camelproviders.support.consumer.poll.ItemConsumer}. May use: {@code component}, {@code producer},
 * {@code offsets}, {@code config}, core.
 */
@NullMarked
package io.camelproviders.support.consumer.poll;

import org.jspecify.annotations.NullMarked;
