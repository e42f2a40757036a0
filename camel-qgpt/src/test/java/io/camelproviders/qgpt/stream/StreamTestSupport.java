/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.concurrent.ExecutorScheduler;
import io.camelproviders.core.http.AsyncHttpTransport;
import io.camelproviders.core.http.HttpSettings;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.retry.Backoff;
import io.camelproviders.core.websocket.JdkWebSocketTransport;
import io.camelproviders.qgpt.operation.DiscoverySettings;
import io.camelproviders.qgpt.operation.PiecesLocator;
import io.camelproviders.qgpt.operation.QgptRequestBodies;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** What a socket stands on, for tests; short waits. */
final class StreamTestSupport implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final ExecutorScheduler scheduler = new ExecutorScheduler(timer);
    private final AsyncHttpTransport http =
            new AsyncHttpTransport(HttpSettings.builder().build(), Thread::new, scheduler);
    final SocketDependencies wiring;

    StreamTestSupport(@Nullable URI baseUrl, List<Integer> ports) {
        this.wiring = new SocketDependencies(
                new PiecesLocator(http, baseUrl, new DiscoverySettings(List.of(), ports, List.of())),
                new JdkWebSocketTransport(threads, scheduler, null),
                http,
                Json.standard(),
                scheduler,
                Clock.systemUTC());
    }

    static SocketSettings settings() {
        return new SocketSettings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Backoff.of(Duration.ofMillis(20), 2, Duration.ofMillis(200)),
                Duration.ofSeconds(10),
                new SocketSettings.Recovery(
                        Backoff.of(Duration.ofMillis(20), 2, Duration.ofMillis(200)), Duration.ofSeconds(10)),
                new SocketSettings.Sizes(1024 * 1024, 64 * 1024, 1024 * 1024, 1_000));
    }

    QgptSocket socket() {
        return new QgptSocket(wiring, settings());
    }

    static QgptQuestion question(String query) {
        return QgptQuestion.of(QgptRequestBodies.stream(Map.of("query", query)));
    }

    static QgptQuestion question(String query, String conversation) {
        return QgptQuestion.of(QgptRequestBodies.stream(Map.of("query", query, "conversation", conversation)));
    }

    @Override
    public void close() {
        http.close();
        threads.shutdownNow();
        timer.shutdownNow();
    }
}
