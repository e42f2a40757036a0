/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * From stream to exchanges. Entry class: {@link io.camelproviders.support.consumer.stream.StreamConsumer}. May use:
 * {@code component}, {@code producer}, {@code offsets}, {@code observability}, {@code config}, core.
 */
@NullMarked
package io.camelproviders.support.consumer.stream;

import org.jspecify.annotations.NullMarked;
