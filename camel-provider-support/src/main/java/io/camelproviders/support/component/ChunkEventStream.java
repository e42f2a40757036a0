/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.streaming.ChunkIterator;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The chunks of a streamed response as server-sent events in UTF-8: one event a chunk, its JSON as data. A failure is the
 * last event, named {@code error}, with the fields {@code error} and {@code message}. Closing the stream cancels the
 * response. Each read waits for the next chunk and returns it whole, so that a browser sees it at once.
 */
final class ChunkEventStream extends InputStream {

    private final ChunkIterator<?> chunks;
    private byte[] event = new byte[0];
    private int position;
    private boolean ended;

    ChunkEventStream(ChunkIterator<?> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return fill() ? event[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, event.length - position);
        System.arraycopy(event, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return event.length - position;
    }

    @Override
    public void close() {
        ended = true;
        chunks.close();
    }

    private boolean fill() {
        if (position < event.length) {
            return true;
        }
        if (ended) {
            return false;
        }
        position = 0;
        event = nextEvent();
        ended = ended || event.length == 0;
        return event.length > 0;
    }

    private byte[] nextEvent() {
        try {
            return chunks.hasNext() ? frame("", Json.standard().text(chunks.next())) : new byte[0];
        } catch (ProviderException e) {
            ended = true;
            return frame("event: error\n", Json.standard().text(error(e)));
        }
    }

    private static Map<String, Object> error(ProviderException failure) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error", ErrorWords.of(failure));
        error.put("message", String.valueOf(failure.getMessage()));
        return error;
    }

    private static byte[] frame(String name, String data) {
        return (name + "data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
