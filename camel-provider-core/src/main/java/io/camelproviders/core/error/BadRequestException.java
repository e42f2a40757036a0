/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** 400: the provider refused the request. */
public sealed class BadRequestException extends HttpStatusException permits FieldValidationException {

    private static final long serialVersionUID = 1L;

    public BadRequestException(ErrorDetails details) {
        super(details, null);
    }

    public BadRequestException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new BadRequestException(changed, getCause());
    }
}
