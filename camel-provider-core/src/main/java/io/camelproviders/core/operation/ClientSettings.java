/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import java.time.Duration;

/**
 * What a client needs beside its transport.
 *
 * @param baseUrl where the provider lives
 * @param connectTimeout until a connection stands
 * @param requestTimeout deadline of one attempt, body included; a call may bring its own
 * @param retryUnsafe whether paid and unsafe calls are repeated like safe ones
 * @param secrets values that no error text may hold
 */
public record ClientSettings(
        BaseUrl baseUrl, Duration connectTimeout, Duration requestTimeout, boolean retryUnsafe, Secrets secrets) {

    /** Settings that repeat nothing unsafe. */
    public ClientSettings(BaseUrl baseUrl, Duration connectTimeout, Duration requestTimeout, Secrets secrets) {
        this(baseUrl, connectTimeout, requestTimeout, false, secrets);
    }
}
