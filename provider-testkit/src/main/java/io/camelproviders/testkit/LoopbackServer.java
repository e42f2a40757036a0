/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP/1.1 server on 127.0.0.1 for fake providers: one daemon thread, thousands of open streams, and every way to misbehave.
 *
 * <p>Requests with {@code Content-Length} or chunked bodies, keep-alive and pipelining are understood; heads up to 64 KiB, bodies up to 32 MiB.
 * All methods are safe for all threads.
 */
public final class LoopbackServer implements AutoCloseable {

    /** Answers the requests of a server. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Called on the server's one thread for each complete request, so it must not block. The response may be given later, from any
         * thread. An exception becomes a 500 and is kept in {@link LoopbackServer#failures()}.
         */
        void handle(Request request, Responder responder);
    }

    private static final int BACKLOG = 4096;
    private static final int MAX_FAILURES = 100;

    private final Handler handler;
    private final EventLoop loop;
    private final RequestJournal journal = new RequestJournal();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    // Confined to the loop
    private @Nullable ServerSocketChannel listener;

    // Set once at the start
    private volatile int port;

    /** Not listening yet. */
    LoopbackServer(String name, Handler handler) {
        this.handler = handler;
        this.loop = new EventLoop(name, this::failed);
    }

    /** Starts on a free port; the thread is named {@code loopback-<name>}. */
    public static LoopbackServer start(String name, Handler handler) {
        return start(name, 0, handler);
    }

    /**
     * Starts on this port, 0 for a free one.
     *
     * @throws IllegalStateException if the port is taken
     */
    public static LoopbackServer start(String name, int port, Handler handler) {
        LoopbackServer server = new LoopbackServer(name, handler);
        server.listen(port);
        return server;
    }

    void listen(int wanted) {
        port = wanted;
        loop.start();
        try {
            acceptConnections();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    /** {@code http://127.0.0.1:<port>}, without a slash at the end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What was asked so far. */
    public RequestJournal journal() {
        return journal;
    }

    /** Stops listening, so that a new connection is refused; open connections stay. */
    public void refuseConnections() {
        loop.call(this::stopListening);
    }

    /**
     * Listens again on the same port; nothing happens if it does.
     *
     * @throws IllegalStateException if another process took the port meanwhile
     */
    public void acceptConnections() {
        loop.call(() -> {
            if (listener == null) {
                listen();
            }
        });
    }

    /** Resets (RST) all connections at once. */
    public void dropConnections() {
        loop.call(() -> {
            connections.forEach(connection -> connection.disconnect(Connection.End.RST));
            flushClosed();
        });
    }

    /** Connections that are open, as far as is known. */
    public int openConnections() {
        return connections.size();
    }

    /** Connections accepted since the start. */
    public long acceptedConnections() {
        return accepted.get();
    }

    /** Bytes that the operating system has taken from this server so far, over all connections: how far clients read, and socket buffers. */
    public long bytesWritten() {
        return written.get();
    }

    void wrote(long bytes) {
        written.addAndGet(bytes);
    }

    /** What went wrong in handlers and steps; a test that ends well leaves none. */
    public List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** Runs the step on the server's thread: now if the caller is there, else soon. */
    public void execute(Runnable step) {
        loop.execute(step);
    }

    /** Runs the step on the server's thread, not before the delay is over. */
    public void after(Duration delay, Runnable step) {
        loop.after(delay, step);
    }

    /** Stops listening, resets all connections and ends the thread; bounded; may be repeated. */
    @Override
    public void close() {
        loop.stop(() -> {
            stopListening();
            dropConnections();
        });
    }

    void handle(Request request, Responder responder) {
        journal.add(request);
        try {
            handler.handle(request, responder);
        } catch (RuntimeException | Error e) {
            failed(e);
            if (!responder.answered()) {
                responder.respond(500, e.toString(), "Content-Type", "text/plain; charset=utf-8");
            }
        }
    }

    void gone(Connection connection) {
        connections.remove(connection);
    }

    void failed(Throwable failure) {
        if (failures.size() < MAX_FAILURES) {
            failures.add(failure);
        }
    }

    private void listen() {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
                channel.configureBlocking(false);
                channel.register(
                        loop.selector(), SelectionKey.OP_ACCEPT, (EventLoop.Ready) key -> acceptReady(channel));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            listener = channel;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port, e);
        }
    }

    private void acceptReady(ServerSocketChannel channel) throws IOException {
        for (SocketChannel client = channel.accept(); client != null; client = channel.accept()) {
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            connections.add(new Connection(this, loop, client, accepted.incrementAndGet()));
        }
    }

    private void stopListening() {
        if (listener != null) {
            try {
                listener.close();
                flushClosed();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                listener = null;
            }
        }
    }

    /** A channel that is registered is only closed for good by the next selection. */
    private void flushClosed() {
        try {
            loop.selector().selectNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
