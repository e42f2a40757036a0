/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** 501: the provider does not offer this. */
public final class NotImplementedByProviderException extends HttpStatusException {

    private static final long serialVersionUID = 1L;

    public NotImplementedByProviderException(ErrorDetails details) {
        super(details, null);
    }

    public NotImplementedByProviderException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new NotImplementedByProviderException(changed, getCause());
    }
}
