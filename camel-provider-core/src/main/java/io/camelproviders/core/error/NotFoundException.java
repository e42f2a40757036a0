/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** 404 or 410: no such thing. */
public final class NotFoundException extends HttpStatusException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(ErrorDetails details) {
        super(details, null);
    }

    public NotFoundException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new NotFoundException(changed, getCause());
    }
}
