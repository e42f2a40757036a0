/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Joins the parts of one message and bounds their size. For one thread at a time. */
final class WebSocketMessage {

    private final int maxBytes;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream(0);
    private long bytes;

    WebSocketMessage(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Adds a part of text; false if the message is now too long. */
    boolean add(CharSequence part) {
        bytes += utf8Length(part);
        if (bytes > maxBytes) {
            return false;
        }
        text.append(part);
        return true;
    }

    /** Adds a part of a binary message; false if the message is now too long. */
    boolean add(ByteBuffer part) {
        bytes += part.remaining();
        if (bytes > maxBytes) {
            return false;
        }
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        binary.writeBytes(copy);
        return true;
    }

    /** The whole message; ready for the next one afterwards. */
    String take() throws CharacterCodingException {
        // Decoded only when whole: a character may lie across two fragments.
        String whole = binary.size() == 0 ? text.toString() : decode(binary.toByteArray());
        clear();
        return whole;
    }

    void clear() {
        text.setLength(0);
        if (text.capacity() > 64 * 1024) {
            text.trimToSize();
        }
        binary.reset();
        bytes = 0;
    }

    private static String decode(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    /** Upper bound for lone halves of surrogate pairs, exact for pairs: each half counts two. */
    private static long utf8Length(@Nullable CharSequence part) {
        if (part == null) {
            return 0;
        }
        long length = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
