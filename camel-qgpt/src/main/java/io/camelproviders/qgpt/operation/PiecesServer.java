/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import java.net.URI;

/**
 * A Pieces OS that was found.
 *
 * @param base {@code http://127.0.0.1:39300}, without a slash at the end
 * @param source how it was found
 */
public record PiecesServer(URI base, Source source) {

    /** How a server was found. */
    public enum Source {
        /** By the option {@code baseUrl}. */
        BASE_URL,
        /** By the file into which the server writes its port. */
        PORT_FILE,
        /** On one of the ports 39300 to 39333. */
        PORT_RANGE,
        /** On the port of old servers. */
        LEGACY_PORT
    }

    /** Address of a WebSocket of this server; {@code https} stays encrypted. */
    public URI webSocket(String path) {
        String text = base.toString();
        return URI.create((text.startsWith("https:") ? "wss:" : "ws:") + text.substring(text.indexOf(':') + 1) + path);
    }
}
