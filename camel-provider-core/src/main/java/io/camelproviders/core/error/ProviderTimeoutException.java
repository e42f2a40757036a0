/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** A deadline of ours passed: connect, request, first chunk or read idle. */
public final class ProviderTimeoutException extends TransportException {

    private static final long serialVersionUID = 1L;

    public ProviderTimeoutException(ErrorDetails details) {
        super(details, null);
    }

    public ProviderTimeoutException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new ProviderTimeoutException(changed, getCause());
    }
}
