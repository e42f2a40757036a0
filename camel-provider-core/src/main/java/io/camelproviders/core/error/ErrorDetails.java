/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a failure. Immutable and serializable; changed with {@link #toBuilder()}.
 *
 * @param message what happened and what to do next
 * @param provider scheme, or empty
 * @param operation canonical operation name, or empty
 * @param status HTTP status, or 0
 * @param code the provider's own code
 * @param requestId the id under which the provider knows the request
 * @param fieldErrors complaints about single fields
 * @param retryAfter how long the provider asked to wait
 * @param retryable whether the same call may succeed later
 * @param attempts attempts made
 * @param body bounded, masked response body
 * @param fromProvider whether the failing response carried the provider's own error envelope; false if there was no response
 *     or if something in front of the provider (an ingress, a proxy) sent it
 * @param extra further values that only one provider knows (rate limit figures, for example); never secrets
 */
public record ErrorDetails(
        String message,
        String provider,
        String operation,
        int status,
        @Nullable String code,
        @Nullable String requestId,
        List<FieldError> fieldErrors,
        @Nullable Duration retryAfter,
        boolean retryable,
        int attempts,
        @Nullable String body,
        boolean fromProvider,
        Map<String, Object> extra)
        implements Serializable {

    /** Key in {@link #extra()} of the response's header fields: a map of strings by name, masked, without cookies. */
    public static final String HEADERS = "headers";

    public ErrorDetails {
        fieldErrors = List.copyOf(fieldErrors);
        extra = serializable(extra);
    }

    /** An exception may leave the process, so what cannot go with it goes as text. */
    private static Map<String, Object> serializable(Map<String, Object> extra) {
        Map<String, Object> copy = new HashMap<>();
        extra.forEach((name, value) -> copy.put(name, value instanceof Serializable ? value : String.valueOf(value)));
        return Map.copyOf(copy);
    }

    /** Details that hold a message only. */
    public static ErrorDetails of(String message) {
        return builder(message).build();
    }

    /** Starts from a message. */
    public static Builder builder(String message) {
        return new Builder(message);
    }

    /** Starts from these details. */
    public Builder toBuilder() {
        return new Builder(message)
                .provider(provider)
                .operation(operation)
                .status(status)
                .code(code)
                .requestId(requestId)
                .fieldErrors(fieldErrors)
                .retryAfter(retryAfter)
                .retryable(retryable)
                .attempts(attempts)
                .body(body)
                .fromProvider(fromProvider)
                .extra(extra);
    }

    /** The one line that becomes the exception's message. */
    String text() {
        StringBuilder line = new StringBuilder(120);
        if (!provider.isEmpty()) {
            line.append(provider)
                    .append(operation.isEmpty() ? "" : ":" + operation)
                    .append(": ");
        }
        line.append(LogText.oneLine(message, 1_000));
        if (status > 0) {
            line.append(" [status ").append(status).append(code == null ? "" : ", code " + LogText.oneLine(code, 60));
            line.append(requestId == null ? "" : ", request " + LogText.oneLine(requestId, 80))
                    .append(']');
        }
        if (retryAfter != null) {
            line.append(" [retry after ").append(retryAfter.toSeconds()).append(" s]");
        }
        if (attempts > 1) {
            line.append(" [").append(attempts).append(" attempts]");
        }
        return line.toString();
    }

    /** Mutable twin of the record. */
    public static final class Builder {
        private String message;
        private String provider = "";
        private String operation = "";
        private int status;
        private @Nullable String code;
        private @Nullable String requestId;
        private List<FieldError> fieldErrors = List.of();
        private @Nullable Duration retryAfter;
        private boolean retryable;
        private int attempts;
        private @Nullable String body;
        private boolean fromProvider;
        private Map<String, Object> extra = Map.of();

        private Builder(String message) {
            this.message = message;
        }

        public Builder message(String value) {
            this.message = value;
            return this;
        }

        public Builder provider(String value) {
            this.provider = value;
            return this;
        }

        public Builder operation(String value) {
            this.operation = value;
            return this;
        }

        public Builder status(int value) {
            this.status = value;
            return this;
        }

        public Builder code(@Nullable String value) {
            this.code = value;
            return this;
        }

        public Builder requestId(@Nullable String value) {
            this.requestId = value;
            return this;
        }

        public Builder fieldErrors(List<FieldError> value) {
            this.fieldErrors = value;
            return this;
        }

        public Builder retryAfter(@Nullable Duration value) {
            this.retryAfter = value;
            return this;
        }

        public Builder retryable(boolean value) {
            this.retryable = value;
            return this;
        }

        public Builder attempts(int value) {
            this.attempts = value;
            return this;
        }

        public Builder body(@Nullable String value) {
            this.body = value;
            return this;
        }

        public Builder fromProvider(boolean value) {
            this.fromProvider = value;
            return this;
        }

        public Builder extra(Map<String, Object> value) {
            this.extra = value;
            return this;
        }

        public ErrorDetails build() {
            return new ErrorDetails(
                    message,
                    provider,
                    operation,
                    status,
                    code,
                    requestId,
                    fieldErrors,
                    retryAfter,
                    retryable,
                    attempts,
                    body,
                    fromProvider,
                    extra);
        }
    }
}
