/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.util.concurrent.locks.Lock;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ssl.SSLIOSession;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A cleartext session that reads nothing while reading is switched off, and no more than {@link #TURN} bytes before
 * other sessions have had their turn.
 *
 * <p>HttpCore's chunk decoder refills its buffer from the socket itself, and the read loop goes on while that buffer
 * holds data. So without this, switching reading off has no effect until the socket runs dry, and a fast stream keeps
 * the I/O thread from all others. TLS sessions hand over one record at a time and need no such thing.
 */
final class FairReadSession implements IOSession {

    /** Bytes read in one turn at most. */
    static final int TURN = 64 * 1024;

    private final IOSession session;

    /** Bytes read since the selector named this session; used by its I/O thread only. */
    private int turn;

    /** A failure that is told in the next turn; used by the I/O thread only. */
    private @Nullable IOException brokenBehindData;

    private FairReadSession(IOSession session) {
        this.session = session;
    }

    /** Wraps cleartext sessions, leaves others alone. */
    static IOSession decorate(IOSession session) {
        return session instanceof SSLIOSession ? session : new FairReadSession(session);
    }

    /** Called when the selector names this session, before its reading starts. */
    @Override
    public void updateReadTime() {
        turn = 0;
        session.updateReadTime();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (turn >= TURN || (session.getEventMask() & SelectionKey.OP_READ) == 0) {
            return 0;
        }
        if (turn == 0 && brokenBehindData != null) {
            throw brokenBehindData;
        }
        int length = turn > 0 ? readBehindData(target) : session.read(target);
        turn += Math.max(0, length);
        return length;
    }

    /**
     * Bytes that came in this turn are still in HttpCore's hands and would be lost with the end of the connection. So
     * the end is kept back; the selector names an ended session again at once.
     */
    private int readBehindData(ByteBuffer target) throws IOException {
        if (brokenBehindData != null) {
            return 0;
        }
        try {
            return Math.max(0, session.read(target));
        } catch (IOException broken) {
            brokenBehindData = broken;
            return 0;
        }
    }

    @Override
    public IOEventHandler getHandler() {
        return session.getHandler();
    }

    @Override
    public void upgrade(IOEventHandler handler) {
        session.upgrade(handler);
    }

    @Override
    public Lock getLock() {
        return session.getLock();
    }

    @Override
    public void enqueue(Command command, Command.Priority priority) {
        session.enqueue(command, priority);
    }

    @Override
    public boolean hasCommands() {
        return session.hasCommands();
    }

    @Override
    public Command poll() {
        return session.poll();
    }

    @Override
    public ByteChannel channel() {
        return session.channel();
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return session.getRemoteAddress();
    }

    @Override
    public SocketAddress getLocalAddress() {
        return session.getLocalAddress();
    }

    @Override
    public int getEventMask() {
        return session.getEventMask();
    }

    @Override
    public void setEventMask(int ops) {
        session.setEventMask(ops);
    }

    @Override
    public void setEvent(int op) {
        session.setEvent(op);
    }

    @Override
    public void clearEvent(int op) {
        session.clearEvent(op);
    }

    @Override
    public void close() {
        session.close();
    }

    @Override
    public void close(CloseMode mode) {
        session.close(mode);
    }

    @Override
    public Status getStatus() {
        return session.getStatus();
    }

    @Override
    public Timeout getSocketTimeout() {
        return session.getSocketTimeout();
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        session.setSocketTimeout(timeout);
    }

    @Override
    public long getLastReadTime() {
        return session.getLastReadTime();
    }

    @Override
    public long getLastWriteTime() {
        return session.getLastWriteTime();
    }

    @Override
    public long getLastEventTime() {
        return session.getLastEventTime();
    }

    @Override
    public void updateWriteTime() {
        session.updateWriteTime();
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return session.write(source);
    }

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public String toString() {
        return session.toString();
    }
}
