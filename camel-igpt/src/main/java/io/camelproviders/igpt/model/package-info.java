/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What do requests and answers hold? Records of the iGPT wire format; unknown fields are kept. May use: Jackson's
 * annotations, {@code ProviderModel}.
 */
@NullMarked
package io.camelproviders.igpt.model;

import org.jspecify.annotations.NullMarked;
