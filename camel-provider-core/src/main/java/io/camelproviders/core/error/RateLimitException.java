/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** 429: too many requests; {@link #retryAfter()} when the provider said how long to wait. */
public final class RateLimitException extends HttpStatusException {

    private static final long serialVersionUID = 1L;

    public RateLimitException(ErrorDetails details) {
        super(details, null);
    }

    public RateLimitException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new RateLimitException(changed, getCause());
    }
}
