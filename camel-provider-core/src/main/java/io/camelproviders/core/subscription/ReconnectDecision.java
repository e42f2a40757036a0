/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.BadRequestException;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.NotFoundException;
import io.camelproviders.core.error.PermissionDeniedException;
import io.camelproviders.core.error.ProviderException;

/**
 * What follows from a failed attempt. Only a response in the provider's own error envelope is final: an ingress that answers
 * 404 or 403 while the provider restarts is an outage like any other.
 */
enum ReconnectDecision {
    /** After the back-off. */
    LATER,
    /** Without delay: a ticket expired between its issue and its use. */
    AT_ONCE,
    /** As soon as the key is accepted again: something in front of the provider refuses it. */
    WHEN_KEY_ACCEPTED,
    /** Never: the provider refuses the key, or the conversation does not exist. */
    FATAL,
    /** Never: the provider does not know the stored offset. */
    UNKNOWN_OFFSET,
    /** From now on: the provider does not know the stored offset, and the route allows it. */
    RESTART_NOW;

    /** A failure before the stream was requested: of the ticket call, or of the look-up of the current offset. */
    static ReconnectDecision ofHandshake(ProviderException cause, boolean retryOnAuthFailure) {
        boolean refused = cause instanceof AuthenticationException || cause instanceof PermissionDeniedException;
        boolean invalid = cause instanceof NotFoundException || cause instanceof BadRequestException;
        if (cause instanceof InvalidRequestException) {
            return FATAL;
        }
        if (!cause.details().fromProvider()) {
            return refused ? WHEN_KEY_ACCEPTED : LATER;
        }
        if (refused) {
            return retryOnAuthFailure ? LATER : FATAL;
        }
        return invalid ? FATAL : LATER;
    }

    /** A response that came instead of the stream. A 401 there concerns the ticket, never the key. */
    static ReconnectDecision ofStream(
            int status, boolean fromProvider, boolean freshTicketTried, SubscriptionSettings settings) {
        if (status == 401) {
            return freshTicketTried ? LATER : AT_ONCE;
        }
        if (!fromProvider) {
            return LATER;
        }
        return switch (status) {
            case 403 -> settings.retryOnAuthFailure() ? LATER : FATAL;
            case 400, 404, 410 -> settings.onUnknownOffset() == OnUnknownOffset.NOW ? RESTART_NOW : UNKNOWN_OFFSET;
            default -> LATER;
        };
    }
}
