/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

/**
 * A message did not reach the route, because the consumer or the context stops. This is no verdict on the message: it stays
 * undone whatever {@code onFailure} says, and comes again.
 */
public final class DeliveryRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message why it did not run */
    public DeliveryRejectedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param message why it did not run */
    public DeliveryRejectedException(String message) {
        super(message);
    }
}
