/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import io.camelproviders.testkit.RequestParser.BadRequest;
import io.camelproviders.testkit.Responder.UpgradeListener;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One accepted connection. Everything but {@link #pending} and {@link #open} is confined to the loop. */
final class Connection implements EventLoop.Ready {

    /** How the connection ends once everything written before is out. */
    enum End {
        FIN,
        RST
    }

    /** So much pipelined input is kept while an answer is under way; then reading pauses. */
    private static final int MAX_AHEAD = 256 * 1024;

    private final LoopbackServer server;
    private final EventLoop loop;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final long number;

    private final RequestParser parser = new RequestParser();
    private final Deque<ByteBuffer> out = new ArrayDeque<>();
    private final List<Runnable> drained = new ArrayList<>();
    private @Nullable Responder current;
    private @Nullable UpgradeListener upgraded;
    private @Nullable End end;
    private boolean advancing;
    private boolean leaveGiven;

    // Shared with all threads
    private final AtomicLong pending = new AtomicLong();
    private volatile boolean open = true;

    Connection(LoopbackServer server, EventLoop loop, SocketChannel channel, long number) throws IOException {
        this.server = server;
        this.loop = loop;
        this.channel = channel;
        this.number = number;
        this.key = channel.register(loop.selector(), SelectionKey.OP_READ, this);
    }

    EventLoop loop() {
        return loop;
    }

    boolean isOpen() {
        return open;
    }

    long pending() {
        return pending.get();
    }

    /** Counts bytes as pending from the moment the caller hands them over, whichever thread that is. */
    void write(byte[] bytes) {
        if (!open || bytes.length == 0) {
            return;
        }
        pending.addAndGet(bytes.length);
        loop.execute(() -> {
            if (open && end == null) {
                out.add(ByteBuffer.wrap(bytes));
                if (out.size() == 1) {
                    flush();
                }
            }
        });
    }

    void endAfterFlush(End how) {
        loop.execute(() -> {
            if (open && end == null) {
                end = how;
                flush();
            }
        });
    }

    void whenDrained(Runnable step) {
        loop.execute(() -> {
            if (open && !out.isEmpty()) {
                drained.add(step);
            } else if (open) {
                loop.post(step);
            }
        });
    }

    void upgrade(UpgradeListener listener) {
        loop.execute(() -> {
            upgraded = listener;
            byte[] rest = parser.takeRest();
            if (rest.length > 0) {
                listener.received(rest);
            }
        });
    }

    /** The answer under way is complete; goes on with the next request. */
    void finished(Responder responder) {
        if (current == responder) {
            current = null;
            interest();
            advance();
        }
    }

    @Override
    public void ready(SelectionKey ready) {
        try {
            if (ready.isWritable()) {
                flush();
            }
            if (ready.isValid() && ready.isReadable()) {
                read();
            }
        } catch (IOException e) {
            // The client is gone; that is its right and no failure of the server.
            disconnect(End.RST);
        }
    }

    private void read() throws IOException {
        ByteBuffer buffer = loop.readBuffer;
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
            clientClosed();
            return;
        }
        buffer.flip();
        if (upgraded != null) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            upgraded.received(bytes);
            return;
        }
        parser.feed(buffer);
        advance();
        interest();
    }

    private void clientClosed() {
        if (current == null && !out.isEmpty()) {
            end = End.FIN;
            interest();
        } else {
            disconnect(End.FIN);
        }
    }

    private void advance() {
        if (advancing) {
            return;
        }
        advancing = true;
        try {
            while (open && end == null && current == null && upgraded == null) {
                Request request = parser.next(number);
                if (request == null) {
                    giveLeave();
                    return;
                }
                leaveGiven = false;
                current = new Responder(this, request, parser.lastIsOld());
                server.handle(request, current);
            }
        } catch (BadRequest e) {
            write(("HTTP/1.1 " + e.status() + " " + e.getMessage()
                            + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            endAfterFlush(End.FIN);
        } finally {
            advancing = false;
        }
    }

    private void giveLeave() {
        if (!leaveGiven && parser.expectsContinue()) {
            leaveGiven = true;
            write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void flush() {
        try {
            long written = 0;
            for (ByteBuffer head = out.peek(); head != null; head = out.peek()) {
                written += channel.write(head);
                if (head.hasRemaining()) {
                    break;
                }
                out.remove();
            }
            pending.addAndGet(-written);
            server.wrote(written);
        } catch (IOException e) {
            disconnect(End.RST);
            return;
        }
        if (out.isEmpty() && end != null) {
            disconnect(end);
            return;
        }
        interest();
        if (out.isEmpty() && !drained.isEmpty()) {
            // Posted, so that a lazy producer never runs inside its own write.
            drained.forEach(loop::post);
            drained.clear();
        }
    }

    private void interest() {
        if (key.isValid()) {
            boolean read = end == null && (current == null || parser.buffered() < MAX_AHEAD);
            int wanted = (read ? SelectionKey.OP_READ : 0) | (out.isEmpty() ? 0 : SelectionKey.OP_WRITE);
            if (key.interestOps() != wanted) {
                key.interestOps(wanted);
            }
        }
    }

    /** Ends the connection now, whatever is still to be written. */
    void disconnect(End how) {
        if (!open) {
            return;
        }
        open = false;
        out.clear();
        drained.clear();
        pending.set(0);
        // Before the client can see the end, so that whoever saw it counts right.
        server.gone(this);
        try {
            if (how == End.RST) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
            channel.close();
        } catch (IOException e) {
            server.failed(e);
        }
        if (upgraded != null) {
            upgraded.disconnected();
        }
        if (current != null) {
            current.disconnected();
        }
    }
}
