/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** 400 with complaints about single fields, see {@link #fieldErrors()}. */
public final class FieldValidationException extends BadRequestException {

    private static final long serialVersionUID = 1L;

    public FieldValidationException(ErrorDetails details) {
        super(details, null);
    }

    public FieldValidationException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new FieldValidationException(changed, getCause());
    }
}
