/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.error;

import org.jspecify.annotations.Nullable;

/** 400 with complaints about single fields, see {@link #fieldErrors()}. */
public final class ValidationException extends BadRequestException {

    private static final long serialVersionUID = 1L;

    public ValidationException(ErrorDetails details) {
        super(details, null);
    }

    public ValidationException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new ValidationException(changed, getCause());
    }
}
