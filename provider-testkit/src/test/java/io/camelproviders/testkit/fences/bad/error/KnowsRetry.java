/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.fences.bad.error;

import io.camelproviders.testkit.fences.bad.retry.Again;

/** The error room may use the JDK only. */
public record KnowsRetry(Again again) {}
