/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Root of every failure of a provider call or stream.
 *
 * <p>The message says what happened and what to do next; it never holds a key, a ticket or a query string. The
 * provider's response is kept, bounded and masked, behind {@link #body()}.
 */
public abstract sealed class ProviderException extends RuntimeException
        permits InvalidRequestException,
                TransportException,
                HttpStatusException,
                DecodeException,
                ProtocolException,
                ProviderFaultException,
                StreamFaultException,
                LimitExceededException {

    private static final long serialVersionUID = 1L;

    private final ErrorDetails details;

    ProviderException(ErrorDetails details, @Nullable Throwable cause) {
        super(details.text());
        this.details = details;
        if (cause != null) {
            // Left open otherwise, so that the HTTP response can be added as the cause later.
            initCause(cause);
        }
    }

    /** Everything that is known about the failure. */
    public ErrorDetails details() {
        return details;
    }

    /** Scheme of the component, {@code bimpeai} for example; empty if not known yet. */
    public String provider() {
        return details.provider();
    }

    /** Canonical operation name, {@code messages/send} for example; empty if not known. */
    public String operation() {
        return details.operation();
    }

    /** HTTP status, or 0 when there was no response. */
    public int status() {
        return details.status();
    }

    /** The provider's own error code, {@code validation_error} for example. */
    public Optional<String> code() {
        return Optional.ofNullable(details.code());
    }

    /** Id under which the provider knows the request. */
    public Optional<String> requestId() {
        return Optional.ofNullable(details.requestId());
    }

    /** What the provider said about single fields; empty if it said nothing. */
    public List<FieldError> fieldErrors() {
        return details.fieldErrors();
    }

    /** How long the provider asked us to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(details.retryAfter());
    }

    /** Whether the same call may well succeed later. */
    public boolean retryable() {
        return details.retryable();
    }

    /** Attempts made, the first one included; 0 when nothing was sent. */
    public int attempts() {
        return details.attempts();
    }

    /** Body of the response, truncated and with secrets masked. */
    public Optional<String> body() {
        return Optional.ofNullable(details.body());
    }

    /** The same failure with other details, {@link ErrorDetails#attempts()} for example. */
    public abstract ProviderException with(ErrorDetails changed);
}
