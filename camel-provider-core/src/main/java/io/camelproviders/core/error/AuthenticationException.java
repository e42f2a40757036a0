/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** 401: key missing, wrong or expired. */
public final class AuthenticationException extends HttpStatusException {

    private static final long serialVersionUID = 1L;

    public AuthenticationException(ErrorDetails details) {
        super(details, null);
    }

    public AuthenticationException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new AuthenticationException(changed, getCause());
    }
}
