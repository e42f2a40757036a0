/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture.bad.common.retry;

import io.camelproviders.architecture.bad.common.error.KnowsRetry;

/** Uses errors, and so closes a cycle. */
public interface Again {

    KnowsRetry cause();
}
