/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.util.List;

/** A request that the service refuses; each fake writes it in the error format of its service. */
public final class ServiceError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final List<String> problems;

    private ServiceError(int status, String code, String message, List<String> problems) {
        super(message);
        this.status = status;
        this.code = code;
        this.problems = problems;
    }

    /** An error with a code of the service. */
    public static ServiceError of(int status, String code, String message) {
        return new ServiceError(status, code, message, List.of());
    }

    /** Something does not exist: 404. */
    public static ServiceError notFound(String what) {
        return of(404, "not_found", what + " not found");
    }

    /** Fields are missing or wrong: 400. Each problem reads {@code path: message}. */
    public static ServiceError validation(String... problems) {
        return validation(List.of(problems));
    }

    /** Fields are missing or wrong: 400. Each problem reads {@code path: message}. */
    public static ServiceError validation(List<String> problems) {
        return new ServiceError(400, "validation_error", String.join("; ", problems), List.copyOf(problems));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** What is wrong with which field; empty if the error is about something else. */
    public List<String> problems() {
        return problems;
    }

    /** The message, never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
