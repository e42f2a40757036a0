/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What went wrong? Entry: {@link io.camelproviders.core.error.ProviderException}, the sealed root of every failure. May use: the JDK.
 */
@NullMarked
package io.camelproviders.core.error;

import org.jspecify.annotations.NullMarked;
