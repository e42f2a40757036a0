/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does work run in order, later, or get cancelled? Entry classes: {@link io.camelproviders.core.concurrent.SerialExecutor},
 * {@link io.camelproviders.core.concurrent.Scheduler} and {@link io.camelproviders.core.concurrent.Futures}, whose futures cancel
 * inward. May use: the JDK and SLF4J.
 */
@NullMarked
package io.camelproviders.core.concurrent;

import org.jspecify.annotations.NullMarked;
