/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.chatroutes.model.Auth.Tokens;
import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token of {@code authMode=bearer}: logs in at first use, buys a new token shortly before the old one ends
 * and when the service refuses it, and logs in again when the refresh token is refused too. However many calls ask at
 * once, one request is made. Thread-safe; no method blocks; holds no thread and no timer.
 */
public final class TokenSource {

    /** How long a refused login is remembered, so that a wrong password is not tried again by every call. */
    static final Duration REFUSAL_REMEMBERED = Duration.ofSeconds(30);

    private final TokenCalls calls;
    private final Scheduler clock;

    /** Guards the fields below; no call is made and no future completed under it. */
    private final Object lock = new Object();

    private @Nullable TokenPair held;
    /** The request whose answer will be held; one that was overtaken by a logout or by other tokens is no longer here. */
    private @Nullable CompletableFuture<TokenPair> flight;

    private @Nullable ProviderException refusal;
    private long refusedAt;

    /** Starts without tokens. */
    public TokenSource(TokenCalls calls, Scheduler clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Starts from tokens that are there already, or replaces the ones held. */
    public void hold(Tokens tokens) {
        TokenPair taken = taken(tokens, null);
        synchronized (lock) {
            held = taken;
            refusal = null;
            flight = null;
        }
    }

    /** Forgets the tokens, after a logout for example; the next call logs in. */
    public void forget() {
        synchronized (lock) {
            held = null;
            flight = null;
        }
    }

    /**
     * A token that is good now. Fails with the {@code ProviderException} of the login or refresh, with
     * {@link AuthenticationException} when there are neither tokens nor credentials.
     */
    public CompletableFuture<String> token() {
        TokenPair current;
        synchronized (lock) {
            current = held;
        }
        if (current == null) {
            return renewed(null);
        }
        long now = clock.nanoTime();
        if (!current.dueAt(now)) {
            return CompletableFuture.completedFuture(current.access());
        }
        return renewed(current).handle((fresh, failure) -> {
            // The old one still counts for a while: a hiccup of the token service must not fail the call.
            if (failure == null) {
                return fresh;
            }
            if (current.overAt(clock.nanoTime())) {
                throw new CompletionException(unwrapped(failure));
            }
            return current.access();
        });
    }

    /**
     * Another token than the one that was refused with 401: the one somebody else has fetched meanwhile, or a new one.
     */
    public CompletableFuture<String> after(String refused) {
        TokenPair current;
        synchronized (lock) {
            current = held;
        }
        if (current != null && !current.access().equals(refused)) {
            return token();
        }
        return renewed(current);
    }

    /** Says what is held, without the secrets. */
    @Override
    public String toString() {
        synchronized (lock) {
            return "TokenSource[" + (held == null ? "no token" : "token xxxxxx") + ", "
                    + (calls.canLogin() ? "with" : "without") + " credentials]";
        }
    }

    /** Joins the request under way or begins one. */
    private CompletableFuture<String> renewed(@Nullable TokenPair old) {
        CompletableFuture<TokenPair> mine;
        synchronized (lock) {
            if (flight != null) {
                // A copy, so that one caller's cancelling does not end it for all.
                return flight.thenApply(TokenPair::access).copy();
            }
            TokenPair now = held;
            if (now != null && !now.equals(old)) {
                return CompletableFuture.completedFuture(now.access());
            }
            ProviderException known = refusal;
            if (known != null && clock.nanoTime() - refusedAt < REFUSAL_REMEMBERED.toNanos()) {
                return CompletableFuture.failedFuture(known);
            }
            mine = new CompletableFuture<>();
            flight = mine;
        }
        CompletableFuture<String> answer = mine.thenApply(TokenPair::access).copy();
        CompletableFuture<?> unused = fetch(old).whenComplete((tokens, failure) -> land(mine, tokens, failure));
        return answer;
    }

    private CompletableFuture<TokenPair> fetch(@Nullable TokenPair old) {
        String refresh = old == null ? null : old.refresh();
        if (refresh == null) {
            return login(null);
        }
        return asked(() -> calls.refresh(refresh))
                .thenApply(tokens -> taken(tokens, refresh))
                .exceptionallyCompose(failure -> {
                    Throwable cause = unwrapped(failure);
                    return refused(cause) ? login(cause) : CompletableFuture.failedFuture(cause);
                });
    }

    private CompletableFuture<TokenPair> login(@Nullable Throwable refreshRefused) {
        if (!calls.canLogin()) {
            return CompletableFuture.failedFuture(new AuthenticationException(
                    ErrorDetails.builder(
                                    refreshRefused == null
                                            ? "there is no bearer token and no address and password to get one; configure them"
                                            : "the refresh token was refused and there is no address and password to log in with;"
                                                    + " configure them or hand in new tokens")
                            .provider(ChatroutesProtocol.SCHEME)
                            .status(refreshRefused instanceof ProviderException told ? told.status() : 0)
                            .build(),
                    refreshRefused));
        }
        return asked(calls::login).thenApply(tokens -> taken(tokens, null));
    }

    private void land(CompletableFuture<TokenPair> mine, @Nullable TokenPair tokens, @Nullable Throwable failure) {
        Throwable cause = failure == null ? null : unwrapped(failure);
        synchronized (lock) {
            if (flight == mine) {
                flight = null;
                keep(tokens, cause);
            }
        }
        if (tokens != null) {
            mine.complete(tokens);
        } else if (cause != null) {
            mine.completeExceptionally(cause);
        }
    }

    private void keep(@Nullable TokenPair tokens, @Nullable Throwable cause) {
        if (tokens != null) {
            held = tokens;
            refusal = null;
        } else if (cause instanceof ProviderException refusing && refused(cause)) {
            refusal = refusing;
            refusedAt = clock.nanoTime();
        }
    }

    private TokenPair taken(@Nullable Tokens tokens, @Nullable String oldRefresh) {
        String access = tokens == null ? null : tokens.accessToken();
        if (tokens == null || access == null || access.isBlank()) {
            throw new ProtocolException(ErrorDetails.builder(
                            "the login was answered without an access token; check the base URL and the account")
                    .provider(ChatroutesProtocol.SCHEME)
                    .build());
        }
        String refresh = tokens.refreshToken();
        return TokenPair.of(access, refresh == null ? oldRefresh : refresh, tokens, clock.nanoTime());
    }

    /** A call that throws instead of failing its future leaves by the same door. */
    private static CompletableFuture<Tokens> asked(Supplier<CompletableFuture<Tokens>> call) {
        try {
            return call.get();
        } catch (ProviderException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Whether the service said no, as opposed to not being able to answer. */
    private static boolean refused(@Nullable Throwable cause) {
        return cause instanceof ProviderFaultException
                || (cause instanceof HttpStatusException
                        && !(cause instanceof RateLimitException)
                        && !(cause instanceof ServerException));
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
