/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Health checks, meters and the developer console. Entry class:
 * {@link io.camelproviders.support.observability.StreamHealthCheck}. May use: core.
 */
@NullMarked
package io.camelproviders.support.observability;

import org.jspecify.annotations.NullMarked;
