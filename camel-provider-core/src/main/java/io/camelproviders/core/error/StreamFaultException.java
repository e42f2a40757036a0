/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import org.jspecify.annotations.Nullable;

/** A streamed response that broke off; what was received before is kept. */
public final class StreamFaultException extends ProviderException {

    private static final long serialVersionUID = 1L;

    private final String partialText;
    private final long chunksDelivered;

    /**
     * @param partialText text received before the fault; empty if none
     * @param chunksDelivered chunks handed on before the fault
     */
    public StreamFaultException(
            ErrorDetails details, @Nullable Throwable cause, String partialText, long chunksDelivered) {
        super(details, cause);
        this.partialText = partialText;
        this.chunksDelivered = chunksDelivered;
    }

    /** Text received before the fault. */
    public String partialText() {
        return partialText;
    }

    /** Chunks handed on before the fault. */
    public long chunksDelivered() {
        return chunksDelivered;
    }

    @Override
    public ProviderException with(ErrorDetails changed) {
        return new StreamFaultException(changed, getCause(), partialText, chunksDelivered);
    }
}
