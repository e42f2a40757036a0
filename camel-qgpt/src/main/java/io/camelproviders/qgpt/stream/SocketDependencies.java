/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.websocket.WebSocketTransport;
import io.camelproviders.qgpt.operation.PiecesLocator;
import java.time.Clock;

/**
 * What the sockets stand on; all of it is made and closed by whoever hands it in.
 *
 * @param locator finds the server
 * @param sockets opens WebSockets
 * @param http fetches persisted answers
 * @param json reads and writes messages
 * @param scheduler waits
 * @param clock tells since when
 */
public record SocketDependencies(
        PiecesLocator locator,
        WebSocketTransport sockets,
        HttpTransport http,
        Json json,
        Scheduler scheduler,
        Clock clock) {}
