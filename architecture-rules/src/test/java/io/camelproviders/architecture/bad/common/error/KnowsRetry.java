/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture.bad.common.error;

import io.camelproviders.architecture.bad.common.retry.Again;

/** The error package may use the JDK only. */
public record KnowsRetry(Again again) {}
