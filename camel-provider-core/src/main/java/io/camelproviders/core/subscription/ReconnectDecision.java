/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.BadRequestException;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.NotFoundException;
import io.camelproviders.core.error.PermissionDeniedException;
import io.camelproviders.core.error.ProviderException;

/** What follows from a failed attempt. */
enum ReconnectDecision {
    /** After the back-off. */
    LATER,
    /** Without delay: a ticket died between its fetching and its use. */
    AT_ONCE,
    /** Not by itself: the key is refused, the conversation does not exist. */
    FATAL,
    /** The stored position means nothing to the provider. */
    UNKNOWN_OFFSET,
    /** The same, and the route's author allowed to go on from now. */
    RESTART_NOW;

    /** A failure before the stream was asked for: of the ticket call, or of the question where to begin. */
    static ReconnectDecision ofHandshake(ProviderException cause, boolean retryOnAuthFailure) {
        if (cause instanceof AuthenticationException || cause instanceof PermissionDeniedException) {
            return retryOnAuthFailure ? LATER : FATAL;
        }
        boolean wrong = cause instanceof InvalidRequestException
                || cause instanceof NotFoundException
                || cause instanceof BadRequestException;
        return wrong ? FATAL : LATER;
    }

    /** An answer that came instead of the stream. A 401 there speaks of the ticket, never of the key. */
    static ReconnectDecision ofStream(int status, boolean freshTicketTried, SubscriptionSettings settings) {
        return switch (status) {
            case 401 -> freshTicketTried ? LATER : AT_ONCE;
            case 403 -> settings.retryOnAuthFailure() ? LATER : FATAL;
            case 400, 404, 410 -> settings.onUnknownOffset() == OnUnknownOffset.NOW ? RESTART_NOW : UNKNOWN_OFFSET;
            default -> LATER;
        };
    }
}
