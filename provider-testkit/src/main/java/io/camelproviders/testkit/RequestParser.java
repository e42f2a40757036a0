/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import io.camelproviders.testkit.Request.Header;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts the bytes of one connection into requests (RFC 9112). Holds only what is not a whole request yet. */
final class RequestParser {

    /** A request that cannot be read; the connection ends with this status. */
    static final class BadRequest extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        BadRequest(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private record Body(byte[] bytes, int end) {}

    private static final int MAX_HEAD = 64 * 1024;
    private static final int MAX_BODY = 32 * 1024 * 1024;
    private static final byte[] NOTHING = {};

    private byte[] buffer = NOTHING;
    private int length;

    /** Where the search for the end of the head goes on. */
    private int searched;

    private boolean lastIsOld;

    void feed(ByteBuffer bytes) {
        int more = bytes.remaining();
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(length + more, Math.min(buffer.length * 2, MAX_BODY)));
        }
        bytes.get(buffer, length, more);
        length += more;
    }

    int buffered() {
        return length;
    }

    /** Whether the last request was of HTTP/1.0, after which a connection ends. */
    boolean lastIsOld() {
        return lastIsOld;
    }

    /** What was fed and not parsed; forgets it. */
    byte[] takeRest() {
        byte[] rest = Arrays.copyOf(buffer, length);
        consume(length);
        return rest;
    }

    /**
     * The next whole request, null if more bytes are needed.
     *
     * @throws BadRequest if the bytes are not HTTP/1.x or exceed the bounds
     */
    @Nullable
    Request next(long connection) {
        skipBlankLines();
        int headEnd = headEnd();
        if (headEnd < 0) {
            if (length > MAX_HEAD) {
                throw new BadRequest(431, "The head exceeds " + MAX_HEAD + " bytes");
            }
            return null;
        }
        String head = new String(buffer, 0, headEnd - 4, StandardCharsets.ISO_8859_1);
        String[] lines = head.split("\r\n", -1);
        String[] first = lines[0].split(" ", -1);
        if (first.length != 3 || !first[2].startsWith("HTTP/1.") || !first[1].startsWith("/")) {
            throw new BadRequest(400, "Not a request line");
        }
        List<Header> headers = headers(lines);
        Body body = body(headers, headEnd);
        if (body == null) {
            return null;
        }
        lastIsOld = first[2].equals("HTTP/1.0");
        byte[] raw = Arrays.copyOf(buffer, body.end());
        consume(body.end());
        return new Request(first[0], first[1], headers, body.bytes(), raw, connection, System.nanoTime());
    }

    /** Whether the head of the next request is there, waits for its body, and asks for leave to send it. */
    boolean expectsContinue() {
        int headEnd = headEnd();
        return headEnd > 0
                && length == headEnd
                && new String(buffer, 0, headEnd, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .contains("\r\nexpect: 100-continue\r\n");
    }

    private void skipBlankLines() {
        int start = 0;
        while (start + 1 < length && buffer[start] == '\r' && buffer[start + 1] == '\n') {
            start += 2;
        }
        if (start > 0) {
            consume(start);
        }
    }

    private int headEnd() {
        for (int i = Math.max(0, searched - 3); i + 3 < length; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                searched = i;
                return i + 4;
            }
        }
        searched = length;
        return -1;
    }

    private static List<Header> headers(String[] lines) {
        List<Header> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon <= 0) {
                throw new BadRequest(400, "Not a header line");
            }
            // Bytes beyond ASCII were read as Latin-1; what clients send there is UTF-8.
            byte[] value = lines[i].substring(colon + 1).trim().getBytes(StandardCharsets.ISO_8859_1);
            headers.add(new Header(lines[i].substring(0, colon), new String(value, StandardCharsets.UTF_8)));
        }
        return headers;
    }

    private @Nullable Body body(List<Header> headers, int start) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase("Transfer-Encoding")) {
                return chunked(start);
            }
        }
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase("Content-Length")) {
                int size = number(header.value(), 10);
                return length - start < size
                        ? null
                        : new Body(Arrays.copyOfRange(buffer, start, start + size), start + size);
            }
        }
        return new Body(NOTHING, start);
    }

    private @Nullable Body chunked(int start) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int at = start;
        while (true) {
            int lineEnd = lineEnd(at);
            if (lineEnd < 0) {
                return null;
            }
            String line = new String(buffer, at, lineEnd - at, StandardCharsets.ISO_8859_1);
            int semicolon = line.indexOf(';');
            int size = number((semicolon < 0 ? line : line.substring(0, semicolon)).trim(), 16);
            at = lineEnd + 2;
            if (size == 0) {
                return trailers(joined.toByteArray(), at);
            }
            if (joined.size() + size > MAX_BODY) {
                throw new BadRequest(413, "The body exceeds " + MAX_BODY + " bytes");
            }
            if (length < at + size + 2) {
                return null;
            }
            joined.write(buffer, at, size);
            at += size + 2;
        }
    }

    private @Nullable Body trailers(byte[] joined, int start) {
        int at = start;
        for (int lineEnd = lineEnd(at); lineEnd >= 0; lineEnd = lineEnd(at)) {
            if (lineEnd == at) {
                return new Body(joined, at + 2);
            }
            at = lineEnd + 2;
        }
        return null;
    }

    private int lineEnd(int from) {
        for (int i = from; i + 1 < length; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int number(String text, int radix) {
        int number;
        try {
            number = Integer.parseInt(text, radix);
        } catch (NumberFormatException e) {
            throw new BadRequest(400, "Not a length");
        }
        if (number < 0) {
            throw new BadRequest(400, "A negative length");
        }
        if (number > MAX_BODY) {
            throw new BadRequest(413, "The body exceeds " + MAX_BODY + " bytes");
        }
        return number;
    }

    private void consume(int count) {
        // Ten thousand idle streams must not keep ten thousand buffers.
        buffer = length == count ? NOTHING : Arrays.copyOfRange(buffer, count, length);
        length -= count;
        searched = 0;
    }
}
