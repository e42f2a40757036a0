/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.testkit.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a fake and passes bytes on: takes the TLS off, or is the HTTP proxy on the way. */
final class ProxyFrontend implements AutoCloseable {

    /** First lines of what a proxy was asked. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final AtomicInteger partings = new AtomicInteger();
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private interface Meeting {
        void with(Socket client) throws IOException;
    }

    private ProxyFrontend(ServerSocket listener) {
        this.listener = listener;
    }

    /** Speaks TLS with its clients and plain with the server. */
    static ProxyFrontend tls(Certificates certificates, int server) throws Exception {
        ProxyFrontend front = new ProxyFrontend(certificates.serverSocket("TLSv1.3"));
        return front.meet(client -> front.join(client, server, new byte[0]));
    }

    /** An HTTP proxy: tunnels, and passes one plain request per connection on. */
    static ProxyFrontend proxy() throws IOException {
        ProxyFrontend front = new ProxyFrontend(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        return front.meet(front::proxied);
    }

    int port() {
        return listener.getLocalPort();
    }

    private ProxyFrontend meet(Meeting meeting) {
        threads.execute(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket client = listener.accept();
                    sockets.add(client);
                    threads.execute(() -> meet(meeting, client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return this;
    }

    private void meet(Meeting meeting, Socket client) {
        try (client) {
            meeting.with(client);
        } catch (IOException gone) {
            // Either side may leave at any time.
            partings.incrementAndGet();
        }
    }

    private void proxied(Socket client) throws IOException {
        String head = head(client.getInputStream());
        String line = head.substring(0, head.indexOf('\r'));
        asked.add(line);
        String target = line.split(" ", -1)[1];
        if (line.startsWith("CONNECT ")) {
            client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            join(client, Integer.parseInt(target.substring(target.indexOf(':') + 1)), new byte[0]);
        } else {
            URI uri = URI.create(target);
            String plain = head.replace(target, uri.getRawPath());
            join(client, uri.getPort(), plain.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client left");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private void join(Socket client, int port, byte[] first) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            sockets.add(server);
            OutputStream out = server.getOutputStream();
            out.write(first);
            CompletableFuture<Void> back = CompletableFuture.runAsync(() -> pump(server, client), threads);
            pump(client, server);
            back.join();
        }
    }

    private void pump(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            partings.incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
