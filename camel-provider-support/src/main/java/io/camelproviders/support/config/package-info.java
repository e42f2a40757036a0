/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * The options that the providers share, as an inheritance chain: connection, retry, subscription, streaming, provider. May use: core.
 * Entry class: {@link io.camelproviders.support.config.ProviderConfiguration}.
 */
@NullMarked
package io.camelproviders.support.config;

import org.jspecify.annotations.NullMarked;
