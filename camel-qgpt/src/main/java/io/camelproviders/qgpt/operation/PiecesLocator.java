/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.qgpt.operation.PiecesServer.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Pieces OS of this machine: the given base URL, else the port file, else one of the ports 39300 to 39333, else
 * the port of old servers. Whatever is not given is asked for its health before it is believed, so a stale port file does
 * no harm. The result is kept until {@link #lost}. Thread-safe; never blocks but for reading the port file.
 */
public final class PiecesLocator {

    /** Ports asked at the same time. */
    private static final int AT_ONCE = 8;

    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(1);

    private final HttpTransport transport;
    private final @Nullable URI baseUrl;
    private final DiscoverySettings places;

    /** Guards the field below; no I/O and no callback under it. */
    private final Object lock = new Object();

    private @Nullable CompletableFuture<PiecesServer> known;

    private record Candidate(int port, Source source) {}

    /**
     * @param transport the bare one: a refused port must not be tried again
     * @param baseUrl where the server is, or null to look for it
     */
    public PiecesLocator(HttpTransport transport, @Nullable URI baseUrl, DiscoverySettings places) {
        this.transport = transport;
        this.baseUrl = baseUrl;
        this.places = places;
    }

    /**
     * The server. Searches if none is known; callers at the same time share one search. Fails with a
     * {@code TransportException} that lists what was tried; a failure is not kept.
     */
    public CompletableFuture<PiecesServer> locate() {
        if (baseUrl != null) {
            return CompletableFuture.completedFuture(new PiecesServer(baseUrl, Source.BASE_URL));
        }
        CompletableFuture<PiecesServer> search = new CompletableFuture<>();
        synchronized (lock) {
            if (known != null) {
                return known.copy();
            }
            known = search;
        }
        List<String> tried = new ArrayList<>();
        next(batches(tried), 0, tried, search);
        return search.copy();
    }

    /** The server does not answer any more; the next call of {@link #locate} searches again. */
    public void lost(PiecesServer server) {
        synchronized (lock) {
            if (known != null && known.isDone() && !known.isCompletedExceptionally()) {
                // Only what was lost is forgotten: a newer find may be there already.
                known = known.join().equals(server) ? null : known;
            }
        }
    }

    /** What is known now, without searching. */
    public Optional<PiecesServer> current() {
        if (baseUrl != null) {
            return Optional.of(new PiecesServer(baseUrl, Source.BASE_URL));
        }
        synchronized (lock) {
            return known != null && known.isDone() && !known.isCompletedExceptionally()
                    ? Optional.of(known.join())
                    : Optional.empty();
        }
    }

    private void next(
            List<List<Candidate>> batches, int index, List<String> tried, CompletableFuture<PiecesServer> search) {
        if (index == batches.size()) {
            synchronized (lock) {
                known = null;
            }
            search.completeExceptionally(notFound(tried));
            return;
        }
        List<CompletableFuture<Optional<PiecesServer>>> probes =
                batches.get(index).stream().map(this::probe).toList();
        CompletableFuture<?> unused = CompletableFuture.allOf(probes.toArray(CompletableFuture[]::new))
                .whenComplete((done, never) -> {
                    Optional<PiecesServer> found = probes.stream()
                            .flatMap(probe -> probe.join().stream())
                            .findFirst();
                    if (found.isPresent()) {
                        search.complete(found.get());
                    } else {
                        next(batches, index + 1, tried, search);
                    }
                });
    }

    private CompletableFuture<Optional<PiecesServer>> probe(Candidate candidate) {
        PiecesServer server = new PiecesServer(URI.create("http://127.0.0.1:" + candidate.port()), candidate.source());
        HttpRequest request = HttpRequest.get(
                URI.create(server.base() + "/.well-known/health"),
                Timeouts.call(CONNECT, ANSWER),
                RetrySafety.UNSAFE,
                "qgpt:health");
        return transport
                .call(request)
                .thenApply(response -> healthy(response) ? Optional.of(server) : Optional.<PiecesServer>empty())
                .exceptionally(refused -> Optional.empty());
    }

    /** Current servers say {@code ok:} and an id. */
    static boolean healthy(HttpResponse response) {
        return response.status() == 200
                && new String(response.body(), StandardCharsets.UTF_8).strip().startsWith("ok");
    }

    private List<List<Candidate>> batches(List<String> tried) {
        List<List<Candidate>> batches = new ArrayList<>();
        for (Path file : places.portFiles()) {
            Optional<Integer> port = port(file);
            tried.add("port file " + file
                    + port.map(number -> " (port " + number + ")").orElse(" (none)"));
            port.ifPresent(number -> batches.add(List.of(new Candidate(number, Source.PORT_FILE))));
        }
        List<Integer> range = places.range();
        for (int from = 0; from < range.size(); from += AT_ONCE) {
            batches.add(range.subList(from, Math.min(from + AT_ONCE, range.size())).stream()
                    .map(port -> new Candidate(port, Source.PORT_RANGE))
                    .toList());
        }
        if (!range.isEmpty()) {
            tried.add("ports " + range.get(0) + " to " + range.get(range.size() - 1));
        }
        if (!places.legacy().isEmpty()) {
            tried.add("ports " + places.legacy());
            batches.add(places.legacy().stream()
                    .map(port -> new Candidate(port, Source.LEGACY_PORT))
                    .toList());
        }
        return batches;
    }

    private static Optional<Integer> port(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > 64) {
                return Optional.empty();
            }
            int port = Integer.parseInt(Files.readString(file).strip());
            return port > 0 && port <= 65_535 ? Optional.of(port) : Optional.empty();
        } catch (IOException | NumberFormatException unreadable) {
            // As good as no file: the ports are tried next.
            return Optional.empty();
        }
    }

    private static TransportException notFound(List<String> tried) {
        return new TransportException(ErrorDetails.builder("no Pieces OS answers on this machine; tried "
                        + String.join(", ", tried) + ". Start Pieces OS, or set baseUrl")
                .provider("qgpt")
                .retryable(true)
                .build());
    }
}
