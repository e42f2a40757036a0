/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.concurrent.ExecutorScheduler;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.retry.RetrySafety;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A transport on real sockets and a real clock for the tests of one class. */
abstract class TransportTest {

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    static final String STREAM =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    static final Duration LONG = Duration.ofSeconds(30);
    static final Duration SHORT = Duration.ofMillis(300);

    ScheduledThreadPoolExecutor timer;
    ExecutorScheduler scheduler;
    AsyncHttpTransport transport;

    @BeforeEach
    void start() {
        timer = new ScheduledThreadPoolExecutor(1);
        timer.setRemoveOnCancelPolicy(true);
        scheduler = new ExecutorScheduler(timer);
        transport = transport(HttpSettings.builder().build());
    }

    @AfterEach
    void stop() {
        transport.close();
        timer.shutdownNow();
    }

    AsyncHttpTransport transport(HttpSettings settings) {
        return new AsyncHttpTransport(
                settings,
                task -> {
                    Thread thread = new Thread(task, "camel-provider-io");
                    thread.setDaemon(true);
                    return thread;
                },
                scheduler);
    }

    void restart(HttpSettings.Builder settings) {
        transport.close();
        transport = transport(settings.build());
    }

    static HttpRequest get(URI uri) {
        return bodyless("GET", uri, Timeouts.call(LONG, LONG));
    }

    static HttpRequest bodyless(String method, URI uri, Timeouts timeouts, HttpHeader... headers) {
        return request(method, uri, null, timeouts, headers);
    }

    /** NullAway does not see in a class file that a record's array component may be null. */
    @SuppressWarnings("NullAway")
    static HttpRequest request(
            String method, URI uri, byte @Nullable [] body, Timeouts timeouts, HttpHeader... headers) {
        return new HttpRequest(
                method, uri, List.of(headers), body, timeouts, RetrySafety.SAFE, "bimpeai:messages/send");
    }

    static HttpRequest stream(URI uri) {
        return bodyless("GET", uri, Timeouts.stream(LONG, LONG, null, LONG));
    }

    static HttpResponse answer(CompletableFuture<HttpResponse> call) throws Exception {
        return call.get(20, TimeUnit.SECONDS);
    }

    static ProviderException failure(CompletableFuture<HttpResponse> call) throws Exception {
        try {
            HttpResponse response = call.get(20, TimeUnit.SECONDS);
            throw new AssertionError("answered with status " + response.status());
        } catch (ExecutionException failed) {
            return (ProviderException) Objects.requireNonNull(failed.getCause());
        }
    }
}
