/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.concurrent.ExecutorScheduler;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.http.AsyncHttpTransport;
import io.camelproviders.core.http.HttpSettings;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // A null where none should be fails the test.
class PiecesLocatorTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AsyncHttpTransport http =
            new AsyncHttpTransport(HttpSettings.builder().build(), Thread::new, new ExecutorScheduler(timer));
    private final FakeQgptServer server = FakeQgptServer.start();

    @TempDir
    Path home;

    @AfterEach
    void close() {
        http.close();
        server.close();
        timer.shutdownNow();
    }

    private PiecesLocator locator(@Nullable URI baseUrl, List<Integer> range, List<Integer> legacy) {
        List<Path> files = DiscoverySettings.of("Linux", home).portFiles();
        return new PiecesLocator(http, baseUrl, new DiscoverySettings(files, range, legacy));
    }

    private static PiecesServer find(PiecesLocator locator) throws Exception {
        return locator.locate().get(30, TimeUnit.SECONDS);
    }

    private static List<Integer> closedPorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sockets.add(new ServerSocket(0));
        }
        List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    @Test
    void believesAGivenBaseUrlWithoutAsking() throws Exception {
        // given
        PiecesLocator locator = locator(URI.create("https://pieces.example.org"), List.of(server.port()), List.of());

        // when
        PiecesServer found = find(locator);

        // then
        assertThat(found.source()).isEqualTo(PiecesServer.Source.BASE_URL);
        assertThat(found.webSocket("/qgpt/stream")).hasToString("wss://pieces.example.org/qgpt/stream");
        assertThat(server.journal().total()).isZero();
    }

    @Test
    void followsThePortFile() throws Exception {
        // given
        server.writePortFile(home);

        // when
        PiecesServer found = find(locator(null, List.of(), List.of()));

        // then
        assertThat(found).isEqualTo(new PiecesServer(server.loopback().uri(), PiecesServer.Source.PORT_FILE));
    }

    @Test
    void survivesAStalePortFile() throws Exception {
        // given
        Files.writeString(server.writePortFile(home), closedPorts(1).get(0) + "\n");

        // when
        PiecesServer found = find(locator(null, List.of(server.port()), List.of()));

        // then
        assertThat(found.source()).isEqualTo(PiecesServer.Source.PORT_RANGE);
    }

    @Test
    void survivesAPortFileThatIsNone() throws Exception {
        // given
        Files.writeString(server.writePortFile(home), "not a port");

        // when
        PiecesServer found = find(locator(null, List.of(), List.of(server.port())));

        // then
        assertThat(found.source()).isEqualTo(PiecesServer.Source.LEGACY_PORT);
    }

    @Test
    void findsThePortInALongRange() throws Exception {
        // given
        List<Integer> range = new ArrayList<>(closedPorts(33));
        range.add(server.port());

        // when
        PiecesServer found = find(locator(null, range, List.of()));

        // then
        assertThat(found.base()).isEqualTo(server.loopback().uri());
    }

    @Test
    void passesByAServerThatIsNoPiecesOs() throws Exception {
        // given
        try (FakeQgptServer other = FakeQgptServer.start()) {
            other.faults()
                    .on("health")
                    .once(Fault.respond(FakeResponse.text(200, "text/plain", "I am something else")));

            // when
            PiecesServer found = find(locator(null, List.of(other.port(), server.port()), List.of()));

            // then
            assertThat(found.base()).isEqualTo(server.loopback().uri());
        }
    }

    @Test
    void listsWhatItTriedWhenThereIsNoServer() throws Exception {
        // given
        List<Integer> ports = closedPorts(2);

        // when
        CompletableFuture<PiecesServer> search =
                locator(null, List.of(ports.get(0)), List.of(ports.get(1))).locate();

        // then
        assertThat(search)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(TransportException.class)
                .withMessageContaining(".port.txt")
                .withMessageContaining(String.valueOf(ports.get(0)))
                .withMessageContaining(String.valueOf(ports.get(1)))
                .withMessageContaining("set baseUrl");
    }

    @Test
    void searchesOnceForManyAndAgainOnlyAfterALoss() throws Exception {
        // given
        PiecesLocator locator = locator(null, List.of(server.port()), List.of());
        List<CompletableFuture<PiecesServer>> searches =
                IntStream.range(0, 20).mapToObj(i -> locator.locate()).toList();
        for (CompletableFuture<PiecesServer> search : searches) {
            search.get(30, TimeUnit.SECONDS);
        }
        long before = server.journal().total();

        // when
        locator.lost(new PiecesServer(URI.create("http://127.0.0.1:1"), PiecesServer.Source.PORT_RANGE));
        find(locator);
        locator.lost(find(locator));
        find(locator);

        // then
        assertThat(before).isEqualTo(1);
        assertThat(server.journal().total()).isEqualTo(2);
    }

    @Test
    void knowsThePlacesOfEachSystem() {
        // when
        DiscoverySettings mac = DiscoverySettings.of("Mac OS X", home);
        DiscoverySettings linux = DiscoverySettings.of("Linux", home);

        // then
        assertThat(mac.portFiles().get(0)).isEqualTo(home.resolve("Library/com.pieces.os/production/Config/.port.txt"));
        assertThat(linux.portFiles())
                .containsExactly(home.resolve("Documents/com.pieces.os/production/Config/.port.txt"));
        assertThat(linux.range()).hasSize(34).startsWith(39300).endsWith(39333);
        assertThat(linux.legacy()).containsExactly(5323, 1000);
        assertThat(mac.legacy()).containsExactly(1000);
    }
}
