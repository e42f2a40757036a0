/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.BadRequestException;
import io.camelproviders.core.error.ConflictException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.FieldValidationException;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.NotFoundException;
import io.camelproviders.core.error.NotImplementedByProviderException;
import io.camelproviders.core.error.PermissionDeniedException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;

/** The one mapping from an HTTP status (RFC 9110 section 15) to an exception. */
final class StatusMapping {

    private static final String VALIDATION_CODE = "validation_error";

    private StatusMapping() {}

    /** The exception for a status that is no success; {@link ErrorDetails#retryable()} is set by the status. */
    public static HttpStatusException exception(int status, ErrorDetails given) {
        ErrorDetails details =
                given.toBuilder().status(status).retryable(retryable(status)).build();
        return switch (status) {
            case 400 -> validation(details) ? new FieldValidationException(details) : new BadRequestException(details);
            case 401 -> new AuthenticationException(details);
            case 403 -> new PermissionDeniedException(details);
            case 404, 410 -> new NotFoundException(details);
            case 409 -> new ConflictException(details);
            case 429 -> new RateLimitException(details);
            case 501 -> new NotImplementedByProviderException(details);
            default -> status >= 500 ? new ServerException(details) : new HttpStatusException(details);
        };
    }

    /** Whether the same call may succeed later: 408, 429 and 5xx but 501. */
    public static boolean retryable(int status) {
        return status == 408 || status == 429 || (status >= 500 && status != 501);
    }

    private static boolean validation(ErrorDetails details) {
        return !details.fieldErrors().isEmpty() || VALIDATION_CODE.equalsIgnoreCase(details.code());
    }
}
