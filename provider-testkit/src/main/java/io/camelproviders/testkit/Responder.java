/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The answer to one request, well-behaved or not. Safe for all threads; once the connection is gone everything is ignored.
 *
 * <p>A response gets {@code Content-Length} and {@code Date} unless a header pair of that name is given; an empty {@code Date} value means none.
 */
public final class Responder {

    /** Takes the bytes of a connection that speaks HTTP no longer. Called on the server's thread; must not block. */
    @FunctionalInterface
    public interface UpgradeListener {

        /** The client sent these bytes; frames may be split and joined as the network pleases. */
        void received(byte[] bytes);

        /** The connection is gone, whoever ended it. */
        default void disconnected() {}
    }

    private enum State {
        OPEN,
        ANSWERED,
        RAW,
        DONE
    }

    private final Connection connection;
    private final Request request;
    private final boolean last;

    /** Confined to the loop. */
    private final List<Runnable> onDisconnect = new ArrayList<>();

    /** Guarded by this; no callback under it. */
    private State state = State.OPEN;

    Responder(Connection connection, Request request, boolean oldVersion) {
        this.connection = connection;
        this.request = request;
        this.last = oldVersion
                || request.header("Connection")
                        .filter(value -> value.equalsIgnoreCase("close"))
                        .isPresent();
    }

    /** The request that is answered. */
    public Request request() {
        return request;
    }

    /** Answers with a whole body. */
    public void respond(int status, byte[] body, String... headerPairs) {
        move(State.ANSWERED);
        connection.write(wire(status, body, Arrays.asList(headerPairs)));
        done();
    }

    /** The bytes of this response, head and body; of a streamed one the head only. */
    byte[] wire(FakeResponse response) {
        if (response.events() == null && response.takeOver() == null) {
            return wire(response.status(), response.body(), response.headerPairs());
        }
        List<String> headers = new ArrayList<>(response.headerPairs());
        addDefault(headers, "Content-Type", "text/event-stream");
        addDefault(headers, "Transfer-Encoding", "chunked");
        return head(response.status(), headers);
    }

    private byte[] wire(int status, byte[] body, List<String> headerPairs) {
        boolean bodyless = status == 204 || status == 304 || status < 200;
        List<String> headers = new ArrayList<>(headerPairs);
        if (!bodyless) {
            addDefault(headers, "Content-Length", Integer.toString(body.length));
        }
        byte[] head = head(status, headers);
        boolean send = !bodyless && !request.method().equals("HEAD");
        byte[] whole = Arrays.copyOf(head, head.length + (send ? body.length : 0));
        System.arraycopy(body, 0, whole, head.length, send ? body.length : 0);
        return whole;
    }

    /** Answers with a whole body in UTF-8. */
    public void respond(int status, String body, String... headerPairs) {
        respond(status, body.getBytes(StandardCharsets.UTF_8), headerPairs);
    }

    /** Answers with the object as JSON, typed {@code application/json} unless a header pair says otherwise. */
    public void json(int status, Object body, String... headerPairs) {
        List<String> headers = new ArrayList<>(Arrays.asList(headerPairs));
        addDefault(headers, "Content-Type", "application/json; charset=utf-8");
        respond(status, Json.bytes(body), headers.toArray(String[]::new));
    }

    /** Answers with a head now and a chunked body later. */
    public BodyStream stream(int status, String... headerPairs) {
        move(State.ANSWERED);
        List<String> headers = new ArrayList<>(Arrays.asList(headerPairs));
        addDefault(headers, "Transfer-Encoding", "chunked");
        connection.write(head(status, headers));
        return new BodyStream(connection, this);
    }

    /** Writes these bytes as they are, a head included; may be repeated. The connection takes no further request until {@link #next()}. */
    public void raw(byte[] bytes) {
        move(State.RAW);
        connection.write(bytes);
    }

    /** Writes these bytes as they are, so many a turn, a turn each {@code every}. Nothing follows but what is asked for in {@code then}. */
    public void throttle(byte[] bytes, int bytesPerTurn, Duration every, Runnable then) {
        move(State.RAW);
        throttleFrom(bytes.clone(), 0, bytesPerTurn, every, then);
    }

    /** As {@link #throttle(byte[], int, Duration, Runnable)}; the connection stays open afterwards. */
    public void throttle(byte[] bytes, int bytesPerTurn, Duration every) {
        throttle(bytes, bytesPerTurn, every, () -> {});
    }

    private void throttleFrom(byte[] bytes, int from, int bytesPerTurn, Duration every, Runnable then) {
        int to = Math.min(bytes.length, from + bytesPerTurn);
        connection.write(Arrays.copyOfRange(bytes, from, to));
        if (to == bytes.length) {
            then.run();
        } else if (connection.isOpen()) {
            after(every, () -> throttleFrom(bytes, to, bytesPerTurn, every, then));
        }
    }

    /** Says that an answer written with {@link #raw} or {@link #throttle} is whole; the next request of the connection is taken. */
    public void next() {
        done();
    }

    /** Ends the connection in the orderly way (FIN), after what was written before. */
    public void close() {
        connection.endAfterFlush(Connection.End.FIN);
    }

    /** Resets the connection (RST), after what was written before was handed to the network. */
    public void reset() {
        connection.endAfterFlush(Connection.End.RST);
    }

    /** Never answers and keeps the connection open. */
    public void stall() {
        move(State.RAW);
    }

    /** Runs the step on the server's thread, not before the delay is over, whether the connection is still open or not. */
    public void after(Duration delay, Runnable step) {
        connection.loop().after(delay, step);
    }

    /** Hands all later bytes of the connection to the listener; write with {@link #raw}. */
    public void upgrade(UpgradeListener listener) {
        move(State.RAW);
        connection.upgrade(listener);
    }

    /** Whether the client can still be reached, as far as is known. */
    public boolean connectionOpen() {
        return connection.isOpen();
    }

    /** Bytes that wait for the client to read. */
    public long pendingBytes() {
        return connection.pending();
    }

    /** Runs the step once, on the server's thread, when nothing waits to be written; at once if so now; never if the connection is gone. */
    public void onDrained(Runnable step) {
        connection.whenDrained(step);
    }

    /** Runs the step once, on the server's thread, if the connection ends before the answer does, whoever ended it; at once if it is gone. */
    public void onDisconnect(Runnable step) {
        connection.loop().execute(() -> {
            if (connection.isOpen()) {
                onDisconnect.add(step);
            } else {
                step.run();
            }
        });
    }

    void disconnected() {
        List<Runnable> steps = List.copyOf(onDisconnect);
        onDisconnect.clear();
        steps.forEach(Runnable::run);
    }

    /** The answer is complete; called once the last byte is queued. */
    void done() {
        synchronized (this) {
            if (state == State.DONE) {
                return;
            }
            state = State.DONE;
        }
        if (last) {
            connection.endAfterFlush(Connection.End.FIN);
        }
        connection.loop().execute(() -> {
            onDisconnect.clear();
            connection.finished(this);
        });
    }

    /** Whether an answer was begun. */
    synchronized boolean answered() {
        return state != State.OPEN;
    }

    private synchronized void move(State to) {
        boolean legal = state == State.OPEN || (state == State.RAW && to == State.RAW);
        if (!legal) {
            throw new IllegalStateException("Answered twice: " + request);
        }
        state = to;
    }

    private byte[] head(int status, List<String> headerPairs) {
        if (headerPairs.size() % 2 != 0) {
            throw new IllegalArgumentException("Headers come in pairs of name and value");
        }
        addDefault(headerPairs, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        if (last) {
            addDefault(headerPairs, "Connection", "close");
        }
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(reason(status));
        for (int i = 0; i < headerPairs.size(); i += 2) {
            boolean noDate =
                    headerPairs.get(i).equals("Date") && headerPairs.get(i + 1).isEmpty();
            if (!noDate) {
                head.append("\r\n").append(headerPairs.get(i)).append(": ").append(headerPairs.get(i + 1));
            }
        }
        return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Adds a header unless there is one of this name. */
    static void addDefault(List<String> headerPairs, String name, String value) {
        for (int i = 0; i < headerPairs.size(); i += 2) {
            if (headerPairs.get(i).equalsIgnoreCase(name)) {
                return;
            }
        }
        headerPairs.add(name);
        headerPairs.add(value);
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status";
        };
    }
}
