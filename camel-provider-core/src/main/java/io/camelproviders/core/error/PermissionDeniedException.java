/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** 403: the key may not do this. */
public final class PermissionDeniedException extends HttpStatusException {

    private static final long serialVersionUID = 1L;

    public PermissionDeniedException(ErrorDetails details) {
        super(details, null);
    }

    public PermissionDeniedException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new PermissionDeniedException(changed, getCause());
    }
}
