/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.fences.bad.retry;

import io.camelproviders.testkit.fences.bad.error.KnowsRetry;

/** May use errors, and so closes the circle. */
public interface Again {

    KnowsRetry cause();
}
