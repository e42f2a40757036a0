/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** The request cannot be sent as it is: a parameter is missing or malformed. Nothing was sent. */
public final class InvalidRequestException extends ProviderException {

    private static final long serialVersionUID = 1L;

    public InvalidRequestException(ErrorDetails details) {
        super(details, null);
    }

    public InvalidRequestException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new InvalidRequestException(changed, getCause());
    }
}
