/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.error.ConflictException;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.support.component.ProviderEndpoint;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Makes calls under an idempotency key, and tells consumers which messages they caused. */
final class KeyedCalls {

    private final ProviderEndpoint endpoint;
    private final IdempotencyKeyResolver keys;
    private final SentAlready sentAlready;

    KeyedCalls(ProviderEndpoint endpoint) {
        this.endpoint = endpoint;
        this.keys = new IdempotencyKeyResolver(endpoint);
        this.sentAlready = new SentAlready(endpoint);
    }

    /** Makes a call; the exchange goes on when what belongs to the answer is looked up and written as headers. */
    CompletableFuture<CallResult> call(
            Exchange exchange, OperationCall bound, boolean keyFromHeader, OperationClient client) {
        IdempotencyKeyResolver.Keyed keyed = keys.keyed(exchange, bound, keyFromHeader);
        OperationCall call = keyed.call();
        CompletableFuture<Void> echo = endpoint.echoedOn(call)
                .map(stream -> endpoint.runtime().ownMessages().sending(stream))
                .orElse(null);
        CompletableFuture<CallResult> first = client.call(call, endpoint.decoder());
        CompletableFuture<CallResult> sent = new CompletableFuture<>();
        CompletableFuture<?> unused = first.whenComplete((answer, failure) -> {
            if (answer != null && failure == null) {
                sent.complete(answer);
            } else if (unwrapped(failure) instanceof ConflictException refused
                    && sentAlready.possible(exchange, keyed, refused)) {
                sentAlready.repeat(exchange, keyed, client, sent);
            } else {
                sent.completeExceptionally(unwrapped(failure));
            }
        });
        // Dependents of a future run in any order: the exchange goes on behind this one, so that its offset is never
        // stored before the id of its answer is known.
        CompletableFuture<CallResult> known = sent.whenComplete((answer, failure) -> {
            note(exchange, bound, keyed, answer);
            if (echo != null) {
                echo.complete(null);
            }
        });
        return withAfterwards(exchange, call, client, Futures.cancelling(Futures.cancelling(known, sent), first));
    }

    private static Throwable unwrapped(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause == null ? new IllegalStateException("a call ended with neither answer nor failure") : cause;
    }

    private void note(
            Exchange exchange, OperationCall bound, IdempotencyKeyResolver.Keyed keyed, @Nullable CallResult answer) {
        keys.ended(exchange, keyed, answer != null);
        if (answer != null) {
            keys.succeeded(exchange, bound);
            endpoint.echoedOn(keyed.call()).ifPresent(stream -> endpoint.echoId(answer)
                    .ifPresent(id -> endpoint.runtime().ownMessages().sent(stream, id)));
        }
    }

    private CompletableFuture<CallResult> withAfterwards(
            Exchange exchange, OperationCall call, OperationClient client, CompletableFuture<CallResult> result) {
        CompletableFuture<CallResult> whole = result.thenCompose(answer -> SentAlready.is(answer)
                ? CompletableFuture.completedFuture(answer)
                : endpoint.afterwards(call, answer, client).thenApply(headers -> {
                    write(exchange, headers);
                    return answer;
                }));
        return Futures.cancelling(whole, result);
    }

    /** Headers are written before the exchange goes on, by nobody else; a null value removes one. */
    static void write(Exchange exchange, Map<String, @Nullable Object> headers) {
        headers.forEach((name, value) -> {
            if (value == null) {
                exchange.getMessage().removeHeader(name);
            } else {
                exchange.getMessage().setHeader(name, value);
            }
        });
    }
}
