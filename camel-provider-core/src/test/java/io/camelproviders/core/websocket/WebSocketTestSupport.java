/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

import io.camelproviders.core.concurrent.ExecutorScheduler;
import io.camelproviders.testkit.LoopbackServer;
import io.camelproviders.testkit.Responder;
import io.camelproviders.testkit.qgpt.FakeWebSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

/** What the tests of this socket share. */
public abstract class WebSocketTestSupport {

    public static final Duration PATIENCE = Duration.ofSeconds(20);

    final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    final ExecutorService threads = Executors.newFixedThreadPool(2);
    final JdkWebSocketTransport transport = new JdkWebSocketTransport(threads, new ExecutorScheduler(timer), null);
    public final List<String> heard = new CopyOnWriteArrayList<>();
    public final List<FakeWebSocket> sockets = new CopyOnWriteArrayList<>();
    public final LoopbackServer server = LoopbackServer.start("ws", (request, responder) -> accept(responder));
    public final RecordingWebSocketListener ear = new RecordingWebSocketListener();

    public Consumer<FakeWebSocket> onOpen = socket -> {};

    void accept(Responder responder) {
        if (responder.request().path().equals("/refused")) {
            responder.respond(302, "", "Location", "/ws");
            return;
        }
        if (responder.request().path().equals("/silent")) {
            responder.stall();
            return;
        }
        FakeWebSocket socket = FakeWebSocket.accept(responder, (from, text) -> heard.add(text), () -> {});
        sockets.add(socket);
        onOpen.accept(socket);
    }

    @AfterEach
    void close() {
        server.close();
        threads.shutdownNow();
        timer.shutdownNow();
    }

    WebSocketRequest request(String path) {
        return WebSocketRequest.of(
                URI.create("ws://127.0.0.1:" + server.port() + path), "test:ws", Duration.ofSeconds(10));
    }

    WebSocketConnection connect(WebSocketRequest request) {
        return transport.connect(request, ear);
    }

    Object end() throws Exception {
        return ear.end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
