/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** 5xx but 501: the provider failed. */
public final class ServerException extends HttpStatusException {

    private static final long serialVersionUID = 1L;

    public ServerException(ErrorDetails details) {
        super(details, null);
    }

    public ServerException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new ServerException(changed, getCause());
    }
}
