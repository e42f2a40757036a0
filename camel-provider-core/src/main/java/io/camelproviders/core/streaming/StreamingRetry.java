/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.error.ProviderException;
import java.time.Duration;
import java.util.Optional;

/** Whether a question is asked again. Consulted only while no chunk was handed on; after the first one nobody asks again. */
@FunctionalInterface
public interface StreamingRetry {

    /** Never ask again. */
    StreamingRetry NEVER = (cause, attempts) -> Optional.empty();

    /**
     * Decides.
     *
     * @param cause why the attempt failed
     * @param attempts questions sent so far, 1 or more
     * @return how long to wait before the next one; empty to let the failure stand
     */
    Optional<Duration> delay(ProviderException cause, int attempts);

    /** Notes that a question was answered to its end. */
    default void answered() {}
}
