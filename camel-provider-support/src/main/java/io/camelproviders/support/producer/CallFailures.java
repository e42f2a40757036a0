/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.json.ProviderMap;
import io.camelproviders.support.component.ProviderEndpoint;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Puts the failure of a call into its exchange, as the options say: as exception or as body. */
final class CallFailures {

    private final ProviderEndpoint endpoint;
    private final ResponseWriter writer;

    CallFailures(ProviderEndpoint endpoint, ResponseWriter writer) {
        this.endpoint = endpoint;
        this.writer = writer;
    }

    void put(Exchange exchange, @Nullable Throwable failure) {
        ProviderException cause = cause(failure);
        if (!endpoint.getConfiguration().isThrowExceptionOnFailure()) {
            writer.error(
                    exchange.getMessage(), body(endpoint.errorBody(cause)), endpoint.errorWord(cause), cause.status());
            return;
        }
        if (endpoint.getConfiguration().isHttpCause()) {
            HttpFailureCause.under(cause, endpoint.getServiceUrl());
        }
        exchange.setException(cause);
    }

    /** An error is a response too: no later call reads its fields as a request. */
    private static Object body(Object error) {
        return error instanceof Map<?, ?> map ? ProviderMap.copyOf(map) : error;
    }

    private ProviderException cause(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ProviderException known) {
            return known;
        }
        boolean cancelled = cause instanceof CancellationException;
        ErrorDetails details = ErrorDetails.builder(
                        cancelled ? "the call was cancelled because the route stops" : "the call failed: " + cause)
                .provider(endpoint.scheme())
                .operation(endpoint.operation().name())
                .build();
        return cancelled ? new AbortedException(details, cause) : new TransportException(details, cause);
    }
}
