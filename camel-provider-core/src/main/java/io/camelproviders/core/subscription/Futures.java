/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.TransportException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What a subscription asks the provider. */
public final class Futures {

    private Futures() {}

    /** Asks; what fails before there is a future is a failure like any other. */
    public static <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** A failure in the words of all providers. */
    public static ProviderException cause(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ProviderException known
                ? known
                : new TransportException(ErrorDetails.of("the stream could not be opened: " + cause), cause);
    }
}
