/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import org.apache.camel.NoSuchEndpointException;

/**
 * An endpoint whose operation or options are wrong. Camel passes this class on as it is, so that the URI, and with it the
 * values of options, stays out of the message; its own text would speak of missing JARs.
 */
final class InvalidEndpointException extends NoSuchEndpointException {

    private static final long serialVersionUID = 1L;

    private final String text;

    InvalidEndpointException(String uri, String reason) {
        super(uri, reason);
        this.text = uri + ": " + reason;
    }

    @Override
    public String getMessage() {
        return text;
    }
}
