/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.error;

import org.jspecify.annotations.Nullable;

/** No answer: refused, reset, unknown host, TLS failure. */
public sealed class TransportException extends ProviderException permits ProviderTimeoutException, AbortedException {

    private static final long serialVersionUID = 1L;

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
}
