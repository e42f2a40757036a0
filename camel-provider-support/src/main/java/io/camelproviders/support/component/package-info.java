/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How an operation is named, configured and connected: component, base classes of endpoints, shared runtime.
 * Entry class: {@link io.camelproviders.support.component.ProviderComponent}. May use: {@code config}, {@code offsets},
 * {@code observability}, core.
 */
@NullMarked
package io.camelproviders.support.component;

import org.jspecify.annotations.NullMarked;
