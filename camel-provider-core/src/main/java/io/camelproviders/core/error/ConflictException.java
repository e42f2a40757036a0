/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** 409: the thing is in another state than the request supposes. */
public final class ConflictException extends HttpStatusException {

    private static final long serialVersionUID = 1L;

    public ConflictException(ErrorDetails details) {
        super(details, null);
    }

    public ConflictException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new ConflictException(changed, getCause());
    }
}
