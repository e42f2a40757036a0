/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Again, and when? Entry class: {@link io.camelproviders.core.retry.RetryPolicy}, the one decision for calls, streamed responses,
 * reconnects and redeliveries; {@code RetrySafety} says what may be repeated at all. May use: {@code error}, {@code concurrent}.
 */
@NullMarked
package io.camelproviders.core.retry;

import org.jspecify.annotations.NullMarked;
