/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What went wrong? Entry: {@link io.camelproviders.common.error.ProviderException}, the sealed root of every failure. May use: the JDK.
 */
@NullMarked
package io.camelproviders.common.error;

import org.jspecify.annotations.NullMarked;
