/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** The provider answered with a status that is not a success and has no class of its own. */
public sealed class HttpStatusException extends ProviderException
        permits BadRequestException,
                AuthenticationException,
                PermissionDeniedException,
                NotFoundException,
                ConflictException,
                RateLimitException,
                NotImplementedByProviderException,
                ServerException {

    private static final long serialVersionUID = 1L;

    public HttpStatusException(ErrorDetails details) {
        super(details, null);
    }

    public HttpStatusException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new HttpStatusException(changed, getCause());
    }
}
