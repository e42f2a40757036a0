/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** A bound of ours was passed: response, event or line size, items of a list. */
public final class LimitExceededException extends ProviderException {

    private static final long serialVersionUID = 1L;

    public LimitExceededException(ErrorDetails details) {
        super(details, null);
    }

    public LimitExceededException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new LimitExceededException(changed, getCause());
    }
}
