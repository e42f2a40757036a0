/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** The peer broke the protocol: an envelope without its parts, an event order that cannot be. */
public final class ProtocolException extends ProviderException {

    private static final long serialVersionUID = 1L;

    public ProtocolException(ErrorDetails details) {
        super(details, null);
    }

    public ProtocolException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new ProtocolException(changed, getCause());
    }
}
