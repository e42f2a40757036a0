/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.core.error.LogText;
import io.camelproviders.qgpt.operation.PiecesServer;
import io.camelproviders.qgpt.stream.SocketHealth;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.support.DefaultConsumer;

/** A consumer of a socket, as operators see it: its health check and its JMX attributes. */
abstract class SocketConsumer extends DefaultConsumer {

    private final QgptEndpoint endpoint;

    SocketConsumer(QgptEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    /** How its socket is; there from start to stop, {@link SocketHealth#NONE} else. */
    abstract SocketHealth health();

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        SocketHealthCheck.attach(this, endpoint, this::health);
    }

    @ManagedAttribute(description = "Server in use, or used last; empty while none was found")
    public String getServer() {
        PiecesServer server = health().server();
        return server == null ? "" : server.base().toString();
    }

    @ManagedAttribute(description = "How the server was found: BASE_URL, PORT_FILE, PORT_RANGE or LEGACY_PORT")
    public String getFoundBy() {
        PiecesServer server = health().server();
        return server == null ? "" : server.source().name();
    }

    @ManagedAttribute(description = "What the socket does now: IDLE, CONNECTING, OPEN, RECONNECTING or CLOSED")
    public String getSocketState() {
        return health().state().name();
    }

    @ManagedAttribute(description = "Since when it does that")
    public String getSocketSince() {
        return health().since().toString();
    }

    @ManagedAttribute(description = "Connections opened behind the first")
    public long getReconnects() {
        return health().reconnects();
    }

    @ManagedAttribute(description = "Messages that could not be read")
    public long getMalformed() {
        return health().counters().malformed();
    }

    @ManagedAttribute(description = "Why a connection failed last, mended or not; empty if none ever did")
    public String getLastError() {
        String error = health().lastError();
        return error == null ? "" : LogText.oneLine(error, 300);
    }
}
