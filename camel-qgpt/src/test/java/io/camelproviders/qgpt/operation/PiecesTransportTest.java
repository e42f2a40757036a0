/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.concurrent.ExecutorScheduler;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.http.AsyncHttpTransport;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpSettings;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.http.StreamListener;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A call that meets a server that is gone. */
class PiecesTransportTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AsyncHttpTransport http =
            new AsyncHttpTransport(HttpSettings.builder().build(), Thread::new, new ExecutorScheduler(timer));
    private final FakeQgptServer server = FakeQgptServer.start();
    private final List<URI> tried = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        http.close();
        server.close();
        timer.shutdownNow();
    }

    /** Fails the first so many calls, before or behind the sending. */
    private CompletableFuture<HttpResponse> call(int failures, boolean sent, boolean given) {
        HttpTransport failing = new HttpTransport() {
            @Override
            public CompletableFuture<HttpResponse> call(HttpRequest request) {
                tried.add(request.uri());
                return tried.size() > failures
                        ? http.call(request)
                        : CompletableFuture.failedFuture(new TransportException(ErrorDetails.builder("gone")
                                .extra(Map.of(TransportException.SENT, sent))
                                .build()));
            }

            @Override
            public StreamConnection open(HttpRequest request, StreamListener listener) {
                return http.open(request, listener);
            }
        };
        DiscoverySettings places = new DiscoverySettings(List.of(), List.of(server.port()), List.of());
        PiecesTransport transport = new PiecesTransport(
                failing, new PiecesLocator(http, given ? server.loopback().uri() : null, places));
        return transport.call(HttpRequest.get(
                URI.create(PiecesTransport.SOMEWHERE + "/models"),
                Timeouts.call(LONG, LONG),
                RetrySafety.SAFE,
                "qgpt:models"));
    }

    @Test
    void goesToThePlaceThatIsFoundThenIfNothingWasSent() {
        // when, then
        assertThat(call(1, false, false)).succeedsWithin(LONG).matches(answer -> answer.status() == 200);
        assertThat(tried).hasSize(2);
        assertThat(server.journal().all())
                .extracting(request -> request.path())
                .containsExactly("/.well-known/health", "/.well-known/health", "/models");
    }

    @Test
    void doesSoOnceOnly() {
        // when, then
        assertThat(call(2, false, false)).failsWithin(LONG);
        assertThat(tried).hasSize(2);
    }

    @Test
    void repeatsNothingThatMayHaveArrived() {
        // when, then
        assertThat(call(1, true, false)).failsWithin(LONG);
        assertThat(tried).hasSize(1);
    }

    @Test
    void repeatsNothingAtAGivenPlace() {
        // when, then
        assertThat(call(1, false, true)).failsWithin(LONG);
        assertThat(tried).hasSize(1);
    }
}
