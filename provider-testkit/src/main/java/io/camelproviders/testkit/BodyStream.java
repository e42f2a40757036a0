/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The chunked body of one answer. Safe for all threads; writes of one thread keep their order. Once closed, everything is ignored. */
public final class BodyStream {

    private static final byte[] CRLF = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Connection connection;
    private final Responder responder;
    private volatile boolean ended;

    BodyStream(Connection connection, Responder responder) {
        this.connection = connection;
        this.responder = responder;
    }

    /** Writes one chunk; nothing for no bytes, which would end the body. */
    public void write(byte[] bytes) {
        if (!ended && bytes.length > 0) {
            byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            ByteArrayOutputStream chunk = new ByteArrayOutputStream(size.length + bytes.length + 2);
            chunk.writeBytes(size);
            chunk.writeBytes(bytes);
            chunk.writeBytes(CRLF);
            connection.write(chunk.toByteArray());
        }
    }

    /** Writes one chunk of UTF-8. */
    public void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the body well; the connection goes on. */
    public void end() {
        if (!ended) {
            ended = true;
            connection.write(LAST_CHUNK);
            responder.done();
        }
    }

    /** Ends the connection (FIN) without ending the body, after what was written before. */
    public void cut() {
        ended = true;
        responder.close();
    }

    /** Resets the connection (RST), after what was written before was handed to the network. */
    public void reset() {
        ended = true;
        responder.reset();
    }

    /** Bytes that wait for the client to read, framing included. */
    public long pendingBytes() {
        return connection.pending();
    }

    /** As {@link Responder#onDrained}: the way to write a burst of any size with a buffer of none. */
    public void onDrained(Runnable step) {
        responder.onDrained(step);
    }

    /** Whether the body has not ended and the client can still be reached, as far as is known. */
    public boolean open() {
        return !ended && connection.isOpen();
    }

    /** As {@link Responder#onDisconnect}; runs after {@link #cut} and {@link #reset} too, not after {@link #end}. */
    public void onDisconnect(Runnable step) {
        responder.onDisconnect(step);
    }
}
