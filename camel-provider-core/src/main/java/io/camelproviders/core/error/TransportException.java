/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** No response: connection refused, reset, unknown host, TLS failure. */
public sealed class TransportException extends ProviderException permits ProviderTimeoutException, AbortedException {

    private static final long serialVersionUID = 1L;

    /** Key in {@link ErrorDetails#extra()}: {@code false} says that nothing of the request left this machine. */
    public static final String SENT = "sent";

    public TransportException(ErrorDetails details) {
        super(details, null);
    }

    public TransportException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new TransportException(changed, getCause());
    }

    /**
     * Whether the failure came before the request was sent (refused connection, unknown host, connect timeout), so
     * that repeating it cannot have an effect twice. Otherwise its outcome is unknown.
     */
    public boolean nothingSent() {
        return Boolean.FALSE.equals(details().extra().get(SENT));
    }
}
