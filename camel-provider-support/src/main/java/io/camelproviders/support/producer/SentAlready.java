/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.error.ConflictException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.paging.PageInfo;
import io.camelproviders.support.component.KeyAttempts;
import io.camelproviders.support.component.ProviderEndpoint;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message that a 409 says was sent already. A route whose second attempt finds other words (a model wrote them) sends them
 * under the key of the first attempt, and the provider refuses the other words. If the first attempt got through, or may
 * have, the customer has his answer: the call succeeds without one.
 *
 * <p>Only for sends whose key was derived, refused in the provider's own envelope, and after an attempt under the same key
 * that got through or may have: one of this process, or one of an earlier process if the message was created before the
 * consumer started. Attempts that were all refused leave a conflict.
 */
final class SentAlready {

    private static final Logger LOG = LoggerFactory.getLogger(SentAlready.class);
    private static final String FACT = "alreadySent";

    /** The {@code Date} of a server is cut to seconds, and its answer took a while. */
    private static final Duration INACCURACY = Duration.ofSeconds(2);

    private final ProviderEndpoint endpoint;

    SentAlready(ProviderEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Whether the result of a call stands for a message that had been sent. */
    static boolean is(CallResult result) {
        return Boolean.TRUE.equals(result.attributes().get(FACT));
    }

    /** Whether a refused call may have been sent before. */
    boolean possible(Exchange exchange, IdempotencyKeyResolver.Keyed keyed, ConflictException refused) {
        AnsweredEvent event = AnsweredEvent.of(exchange);
        String key = keyed.call().idempotencyKey();
        if (keyed.derived() == null || event == null || key == null) {
            return false;
        }
        boolean send = endpoint.echoedOn(keyed.call()).isPresent();
        KeyAttempts attempts = endpoint.runtime().keyAttempts();
        return send
                && refused.details().fromProvider()
                && (attempts.mayHaveGotThrough(key) || replayed(event, attempts));
    }

    /** Whether an earlier process may have handled the message: it is older than the consumer, by the server's clock. */
    private boolean replayed(AnsweredEvent event, KeyAttempts attempts) {
        String origin = HttpRequest.origin(URI.create(endpoint.origin()));
        Optional<Instant> start = attempts.serverTime(origin, event.consumerStart());
        Instant created = event.created();
        return created == null
                || start.isEmpty()
                || created.isBefore(start.get().plus(INACCURACY));
    }

    /**
     * Makes the call once more after {@code retryDelay}, since the first one may still be running. If it is refused again
     * it was sent.
     *
     * @param sent completed with the result
     */
    void repeat(
            Exchange exchange,
            IdempotencyKeyResolver.Keyed keyed,
            OperationClient client,
            CompletableFuture<CallResult> sent) {
        Duration delay = Duration.ofMillis(endpoint.getConfiguration().getRetryDelay());
        endpoint.runtime().scheduler().schedule(delay, () -> {
            if (sent.isDone()) {
                return;
            }
            CompletableFuture<CallResult> second = client.call(keyed.call(), endpoint.decoder());
            CompletableFuture<?> unused = Futures.cancelling(sent, second);
            CompletableFuture<?> unusedToo = second.whenComplete((answer, failure) -> {
                if (cause(failure) instanceof ConflictException refused
                        && refused.details().fromProvider()) {
                    succeed(exchange, keyed.call(), refused, client, sent);
                } else if (failure != null) {
                    sent.completeExceptionally(cause(failure));
                } else {
                    sent.complete(answer);
                }
            });
        });
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private void succeed(
            Exchange exchange,
            OperationCall call,
            ConflictException refused,
            OperationClient client,
            CompletableFuture<CallResult> sent) {
        CallResult result = new CallResult(
                null,
                PageInfo.NONE,
                new ResponseHead(refused.status(), List.of()),
                refused.requestId().orElse(call.requestId()),
                refused.details().attempts(),
                Map.of(FACT, true));
        CompletableFuture<?> unused = endpoint.afterwards(call, result, client).whenComplete((headers, failure) -> {
            Map<String, @Nullable Object> found = headers == null ? Map.of() : headers;
            if (!sent.isDone()) {
                KeyedCalls.write(exchange, found);
                expectEcho(exchange, call, found);
                sent.complete(result);
            }
        });
    }

    /** Its id is unknown, so the next message of the roles that it may have counts, once, as sent by us. */
    private void expectEcho(Exchange exchange, OperationCall call, Map<String, @Nullable Object> found) {
        Optional<String> stream = endpoint.echoedOn(call, found);
        AnsweredEvent event = AnsweredEvent.of(exchange);
        Instant created = event == null ? null : event.created();
        stream.ifPresent(known -> endpoint.runtime().ownMessages().expect(known, endpoint.echoRoles(call), created));
        LOG.warn(
                "{} was refused as a conflict under the key of an earlier attempt that got through or may have: the"
                        + " message counts as sent already{}",
                endpoint,
                stream.isPresent() ? "" : "; its conversation was not found, so its echo will not be skipped");
    }
}
