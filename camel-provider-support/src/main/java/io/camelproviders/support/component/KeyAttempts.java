/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.http.StreamListener;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What became of the attempts under each idempotency key, and what time it is for each server. Remembers the 10,000 youngest
 * keys. Thread-safe; the lock guards the map alone.
 */
public final class KeyAttempts {

    private static final int MOST_KEYS = 10_000;

    private final LongSupplier nanoTime;
    private final Map<String, Boolean> through = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** Server time less the monotonic clock, by origin; the newest answer counts. */
    private final Map<String, Duration> clocks = new ConcurrentHashMap<>();

    KeyAttempts(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether an attempt under the key got through or may have: it ended in 2xx, 408, 5xx, a timeout or a broken response. */
    public boolean mayHaveGotThrough(String key) {
        synchronized (through) {
            return Boolean.TRUE.equals(through.get(key));
        }
    }

    /** The time of a server at a moment of the monotonic clock, by the {@code Date} of its last 2xx; empty without one. */
    public Optional<Instant> serverTime(String origin, long nanos) {
        return Optional.ofNullable(clocks.get(origin)).map(offset -> Instant.EPOCH.plus(offset.plusNanos(nanos)));
    }

    /** A transport that takes notes. */
    HttpTransport noting(HttpTransport over) {
        return new HttpTransport() {
            @Override
            public CompletableFuture<HttpResponse> call(HttpRequest request) {
                CompletableFuture<HttpResponse> call = over.call(request);
                CompletableFuture<?> unused =
                        call.whenComplete((response, failure) -> note(request, response, failure));
                return call;
            }

            @Override
            public StreamConnection open(HttpRequest request, StreamListener listener) {
                return over.open(request, listener);
            }
        };
    }

    private void note(HttpRequest request, @Nullable HttpResponse response, @Nullable Throwable failure) {
        if (response != null && response.head().success()) {
            response.head().header("Date").ifPresent(date -> noteTime(request.origin(), date));
        }
        key(request).ifPresent(key -> {
            boolean got = response == null ? !nothingSent(failure) : mayHave(response.status());
            synchronized (through) {
                through.merge(key, got, Boolean::logicalOr);
            }
        });
    }

    private static boolean mayHave(int status) {
        return (status >= 200 && status < 300) || status == 408 || status >= 500;
    }

    private static boolean nothingSent(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof TransportException broken && broken.nothingSent();
    }

    private static Optional<String> key(HttpRequest request) {
        return request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Idempotency-Key"))
                .map(HttpHeader::value)
                .findFirst();
    }

    private void noteTime(String origin, String date) {
        try {
            Instant now = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            clocks.put(origin, Duration.between(Instant.EPOCH, now).minusNanos(nanoTime.getAsLong()));
        } catch (DateTimeException unreadable) {
            clocks.remove(origin);
        }
    }
}
