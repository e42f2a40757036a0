/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question for the stream.
 *
 * @param message the JSON object to send ({@code QGPTStreamInput}); {@code request} is filled in if it is missing
 * @param firstChunkTimeout longest silence before the first output
 * @param readIdleTimeout longest silence between two outputs
 * @param connectTimeout how long it waits for a connection; null for as long as the socket's own handshakes may take
 * @param recover whether the answer is fetched from the conversation after a drop, if the conversation is known
 */
public record QgptQuestion(
        Map<String, Object> message,
        Duration firstChunkTimeout,
        Duration readIdleTimeout,
        @Nullable Duration connectTimeout,
        boolean recover) {

    public QgptQuestion {
        message = Collections.unmodifiableMap(new LinkedHashMap<>(message));
    }

    /** A question with the default patience of two minutes and no recovery. */
    public static QgptQuestion of(Map<String, Object> message) {
        return new QgptQuestion(message, Duration.ofMinutes(2), Duration.ofMinutes(2), null, false);
    }

    /** The same, to be recovered after a drop. */
    public QgptQuestion recovering() {
        return new QgptQuestion(message, firstChunkTimeout, readIdleTimeout, connectTimeout, true);
    }

    /** The same with other patience. */
    public QgptQuestion patience(Duration firstChunk, Duration readIdle) {
        return new QgptQuestion(message, firstChunk, readIdle, connectTimeout, recover);
    }

    /** The conversation that it is added to. */
    @Nullable
    String conversation() {
        return message.get("conversation") instanceof String id && !id.isBlank() ? id : null;
    }

    /** What is asked; null if it cannot be told. */
    @Nullable
    String query() {
        Object input = message.containsKey("question") ? message.get("question") : message.get("relevance");
        return input instanceof Map<?, ?> fields && fields.get("query") instanceof String text ? text : null;
    }

    /** Whether it is a stop or reset, which have no answer of their own. */
    boolean command() {
        return Boolean.TRUE.equals(message.get("stop")) || Boolean.TRUE.equals(message.get("reset"));
    }
}
