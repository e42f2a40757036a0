/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** The response is not what was expected: broken JSON, wrong types, wrong media type. */
public final class DecodeException extends ProviderException {

    private static final long serialVersionUID = 1L;

    public DecodeException(ErrorDetails details) {
        super(details, null);
    }

    public DecodeException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new DecodeException(changed, getCause());
    }
}
