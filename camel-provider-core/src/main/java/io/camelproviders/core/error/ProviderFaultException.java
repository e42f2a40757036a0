/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** A success status that carries an error. */
public final class ProviderFaultException extends ProviderException {

    private static final long serialVersionUID = 1L;

    public ProviderFaultException(ErrorDetails details) {
        super(details, null);
    }

    public ProviderFaultException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new ProviderFaultException(changed, getCause());
    }
}
