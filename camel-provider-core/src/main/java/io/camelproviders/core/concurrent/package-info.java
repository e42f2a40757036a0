/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How work runs in order, later, or is cancelled: {@link io.camelproviders.core.concurrent.SerialExecutor},
 * {@link io.camelproviders.core.concurrent.Scheduler}, helpers for futures. May use: the JDK.
 */
@NullMarked
package io.camelproviders.core.concurrent;

import org.jspecify.annotations.NullMarked;
