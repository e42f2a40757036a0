/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.testkit.Certificates;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the transport does when the process runs out of memory or file descriptors. */
class ResourceExhaustionTest extends TransportTest {

    /** Ends the first I/O threads that find work to do, as an OutOfMemoryError would. */
    private static final class FailingThreads implements ThreadFactory {

        final AtomicInteger ended = new AtomicInteger();

        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            task.run();
                        } finally {
                            ended.incrementAndGet();
                        }
                    },
                    "camel-provider-io");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((dead, cause) -> {});
            return thread;
        }
    }

    @Test
    void replacesTheClientWhenAnIoThreadEndsAndFailsWhatItCarried() throws Exception {
        // given: a name check that fails like a heap that is full
        AtomicBoolean full = new AtomicBoolean(true);
        FailingThreads threads = new FailingThreads();
        transport.close();
        Path folder = java.nio.file.Files.createTempDirectory("certificates");
        Certificates certificates = new Certificates(folder, "ip:127.0.0.1");
        HttpSettings settings = HttpSettings.builder()
                .tls(new HttpSettings.Tls(certificates.trusting(), (host, session) -> {
                    if (full.get()) {
                        throw new OutOfMemoryError("provoked by this test");
                    }
                    return true;
                }))
                .build();
        transport = new AsyncHttpTransport(settings, threads, scheduler);
        CountDownLatch release = new CountDownLatch(1);
        try (RawServer slow = new RawServer(peer -> {
                    peer.readHead();
                    release.await();
                });
                RawServer secure = TlsTest.tls(certificates, "TLSv1.3", OK)) {
            List<CompletableFuture<HttpResponse>> carried = List.of(
                    transport.call(get(slow.uri("/1"))),
                    transport.call(get(slow.uri("/2"))),
                    transport.call(get(slow.uri("/3"))));
            await().until(() -> slow.heads.size() == 3);
            // when
            for (int i = 0; i < 4 && threads.ended.get() == 0; i++) {
                assertThat(failure(transport.call(get(TlsTest.https(secure))))).isNotNull();
            }
            await().until(() -> threads.ended.get() > 0);
            full.set(false);
            // then
            assertThat(answer(transport.call(get(TlsTest.https(secure)))).status())
                    .isEqualTo(200);
            for (CompletableFuture<HttpResponse> one : carried) {
                assertThat(failure(one)).hasMessageContaining("I/O thread");
            }
        } finally {
            release.countDown();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void closesIdleConnectionsOfCallsWhenAStreamFindsNoFileDescriptor() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            while (peer.readHead()) {
                if (peer.lastHead().startsWith("GET /stream")) {
                    peer.send(STREAM);
                    peer.awaitClientGone();
                } else {
                    peer.send(OK);
                }
            }
        })) {
            Process process = start(server.port());
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(output)
                    .containsPattern("idle connections [1-9]")
                    .contains("no file descriptor is left")
                    .contains("opened");
        }
    }

    private static Process start(int port) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", "-c", "ulimit -n 160 && exec \"$JAVA\" -Xmx64m -cp \"$CP\" $MAIN $PORT");
        builder.environment()
                .putAll(Map.of(
                        "JAVA",
                        java,
                        "CP",
                        System.getProperty("java.class.path"),
                        "MAIN",
                        FewDescriptorsProcess.class.getName(),
                        "PORT",
                        Integer.toString(port)));
        return builder.redirectErrorStream(true).start();
    }

    @Test
    void explainsWhatToDoWhenThereIsNoFileDescriptor() {
        TransportErrors errors = new TransportErrors(get(java.net.URI.create("http://127.0.0.1:1/")), null);

        assertThat(errors.of(new SocketException("Too many open files"), false))
                .hasMessageContaining("ulimit")
                .hasMessageContaining("maxStreams");
    }
}
