/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.Responder;
import io.camelproviders.testkit.Responder.UpgradeListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * The server's end of one WebSocket (RFC 6455): accepts the handshake, joins fragments, answers pings and closes, and breaks the
 * rules on demand. All methods are safe for all threads.
 */
public final class FakeWebSocket implements UpgradeListener {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final byte[] BLANKS = " ".repeat(16 * 1024).getBytes(StandardCharsets.US_ASCII);

    private final Responder responder;
    private final BiConsumer<FakeWebSocket, String> messages;
    private final Runnable gone;
    private final AtomicInteger pings = new AtomicInteger();
    private final AtomicInteger pongs = new AtomicInteger();

    // Confined to the server's thread
    private final Frames frames = new Frames();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    private volatile boolean silent;
    private volatile boolean disconnected;
    private volatile int closeCode;

    private FakeWebSocket(Responder responder, BiConsumer<FakeWebSocket, String> messages, Runnable gone) {
        this.responder = responder;
        this.messages = messages;
        this.gone = gone;
    }

    /**
     * Accepts the upgrade that is asked for.
     *
     * @param messages called for each whole message, on the server's thread
     * @param gone called once when the connection is gone
     */
    public static FakeWebSocket accept(Responder responder, BiConsumer<FakeWebSocket, String> messages, Runnable gone) {
        String key = responder.request().header("Sec-WebSocket-Key").orElse("");
        FakeWebSocket socket = new FakeWebSocket(responder, messages, gone);
        String head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + answer(key) + "\r\n\r\n";
        responder.raw(head.getBytes(StandardCharsets.US_ASCII));
        responder.upgrade(socket);
        return socket;
    }

    /** Whether the request asks for a WebSocket. */
    public static boolean isUpgrade(Request request) {
        return request.header("Upgrade")
                        .filter(value -> value.equalsIgnoreCase("websocket"))
                        .isPresent()
                && request.header("Sec-WebSocket-Key").isPresent();
    }

    private static String answer(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a text message in one frame. */
    public void text(String text) {
        raw(Frames.text(text));
    }

    /** Sends a binary message in one frame. */
    public void binary(byte[] bytes) {
        raw(Frames.frame(Frames.BINARY, true, bytes));
    }

    /** Sends a text message in fragments of so many bytes, characters or not, with a ping between the first two. */
    public void fragments(String text, int bytes) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < all.length; from += bytes) {
            int to = Math.min(all.length, from + bytes);
            byte[] part = Arrays.copyOfRange(all, from, to);
            out.writeBytes(Frames.frame(from == 0 ? Frames.TEXT : Frames.CONTINUATION, to == all.length, part));
            if (from == 0) {
                out.writeBytes(Frames.frame(Frames.PING, true, new byte[] {1}));
            }
        }
        raw(out.toByteArray());
    }

    /** Sends a ping. */
    public void ping() {
        raw(Frames.frame(Frames.PING, true, new byte[] {1}));
    }

    /** Sends a close frame and ends the connection behind it. */
    public void close(int code, String reason) {
        raw(Frames.close(code, reason));
        responder.close();
    }

    /** Ends the connection (FIN) without a close frame. */
    public void end() {
        responder.close();
    }

    /** Ends as a stream does with this fault. */
    void end(Fault.Ending ending) {
        byte[] half = Frames.frame(Frames.TEXT, true, "{\"requ".getBytes(StandardCharsets.UTF_8), 100);
        switch (ending.end()) {
            case RESET -> reset();
            case CUT -> {
                raw(half);
                end();
            }
            case CUT_CHARACTER -> {
                raw(half);
                reset();
            }
            case CLOSE -> close(1000, "bye");
            case GARBAGE -> raw(new byte[] {(byte) 0xFF, (byte) 0xFF, 0, 0});
            case ENDLESS_LINE -> fragmentsWithoutEnd();
            case STALL -> {
                // Nothing more is sent; pings are answered.
            }
        }
    }

    /** Pings ten times a second for as long as the connection stands. */
    public void pingWithoutEnd() {
        if (open()) {
            ping();
            responder.after(Duration.ofMillis(100), this::pingWithoutEnd);
        }
    }

    /** Sends fragments of one message for as long as the connection stands. */
    public void fragmentsWithoutEnd() {
        raw(Frames.frame(Frames.TEXT, false, BLANKS));
        moreFragments(Frames.frame(Frames.CONTINUATION, false, BLANKS));
    }

    /** Claims a frame of 1 GiB and sends as much of it as the client takes. */
    public void giantFrame() {
        raw(Frames.frame(Frames.TEXT, true, BLANKS, 1L << 30));
        moreFragments(BLANKS);
    }

    private void moreFragments(byte[] bytes) {
        if (open()) {
            raw(bytes);
            onDrained(() -> moreFragments(bytes));
        }
    }

    /** Resets the connection, after what was sent before. */
    public void reset() {
        responder.reset();
    }

    /** Writes bytes as they are. */
    public void raw(byte[] bytes) {
        responder.raw(bytes);
    }

    /** From now on pings and closes are not answered. */
    public void ignorePings() {
        silent = true;
    }

    /** Bytes that wait for the client to read. */
    public long pendingBytes() {
        return responder.pendingBytes();
    }

    /** Runs the step once when nothing waits to be written. */
    public void onDrained(Runnable step) {
        responder.onDrained(step);
    }

    /** Pings of the client so far. */
    public int pings() {
        return pings.get();
    }

    /** Pongs of the client so far. */
    public int pongs() {
        return pongs.get();
    }

    /** Code of the client's close frame; 0 if there was none, 1005 if it held no code. */
    public int closeCode() {
        return closeCode;
    }

    /** Whether the connection is still there, as far as is known. */
    public boolean open() {
        return !disconnected;
    }

    @Override
    public void received(byte[] bytes) {
        frames.feed(bytes).forEach(this::received);
    }

    @Override
    public void disconnected() {
        disconnected = true;
        gone.run();
    }

    private void received(Frames.Frame frame) {
        switch (frame.opcode()) {
            case Frames.TEXT, Frames.BINARY, Frames.CONTINUATION -> part(frame);
            case Frames.PING -> {
                pings.incrementAndGet();
                if (!silent) {
                    raw(Frames.frame(Frames.PONG, true, frame.payload()));
                }
            }
            case Frames.PONG -> pongs.incrementAndGet();
            case Frames.CLOSE -> {
                byte[] payload = frame.payload();
                closeCode = payload.length < 2 ? 1005 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
                if (!silent) {
                    raw(Frames.frame(Frames.CLOSE, true, payload));
                    responder.close();
                }
            }
            default -> throw new IllegalArgumentException("A frame with opcode " + frame.opcode());
        }
    }

    private void part(Frames.Frame frame) {
        message.writeBytes(frame.payload());
        if (frame.last()) {
            String whole = message.toString(StandardCharsets.UTF_8);
            message.reset();
            messages.accept(this, whole);
        }
    }
}
