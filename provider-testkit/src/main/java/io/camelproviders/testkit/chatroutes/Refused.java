/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

/** A request that the service refuses. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final int status;
    private final String error;

    Refused(int status, String error, String message) {
        super(message);
        this.status = status;
        this.error = error;
    }

    static Refused missing(String what) {
        return new Refused(404, what + " not found", what + " not found");
    }

    static Refused invalid(String message) {
        return new Refused(400, "VALIDATION_ERROR", message);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
