/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says exactly what a test tells it to, byte by byte: one script per connection. */
final class RawServer implements Closeable {

    /** What happens on one connection; when it returns, the connection is closed. */
    interface Script {
        void serve(Peer peer) throws Exception;
    }

    final List<String> heads = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        return thread;
    });

    RawServer(Script script) throws IOException {
        this(new ServerSocket(0, 2_000, InetAddress.getLoopbackAddress()), script);
    }

    /** On a socket of the caller's, for TLS. */
    RawServer(ServerSocket server, Script script) {
        this.server = server;
        threads.execute(() -> accept(script));
    }

    /** Answers every request on a connection with the same bytes. */
    static RawServer answering(String answer) throws IOException {
        return new RawServer(peer -> {
            while (peer.readHead()) {
                peer.send(answer);
            }
        });
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                threads.execute(() -> serve(script, socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Script script, Socket socket) {
        try (socket) {
            script.serve(new Peer(socket));
        } catch (Exception gone) {
            this.gone.countDown();
            sockets.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }

    /** The server's end of one connection. */
    final class Peer {
        final Socket socket;
        final InputStream in;
        final OutputStream out;
        private String lastHead = "";

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        /** Reads one request head, without its body; false if the client has gone. */
        boolean readHead() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int last = 0;
            while (last != 0x0d0a0d0a) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                head.write(next);
                last = (last << 8) | next;
            }
            lastHead = head.toString(StandardCharsets.ISO_8859_1);
            heads.add(lastHead);
            return true;
        }

        String lastHead() {
            return lastHead;
        }

        void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        void chunk(byte[] data) throws IOException {
            out.write((Integer.toHexString(data.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(data);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Returns when the client has closed or reset the connection. */
        void awaitClientGone() {
            try {
                while (in.read() >= 0) {
                    Thread.onSpinWait();
                }
            } catch (IOException reset) {
                gone.countDown();
            }
            gone.countDown();
        }
    }

    /** Counted down when a script saw its client go. */
    final CountDownLatch gone = new CountDownLatch(1);

    boolean clientGone() throws InterruptedException {
        return gone.await(10, TimeUnit.SECONDS);
    }
}
