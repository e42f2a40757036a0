/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** The call was cancelled by us: the route stopped, the exchange was cancelled. */
public final class AbortedException extends TransportException {

    private static final long serialVersionUID = 1L;

    public AbortedException(ErrorDetails details) {
        super(details, null);
    }

    public AbortedException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new AbortedException(changed, getCause());
    }
}
