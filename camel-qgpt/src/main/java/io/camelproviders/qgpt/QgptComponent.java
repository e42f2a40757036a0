/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.common.camel.ProviderComponent;
import io.camelproviders.common.camel.ProviderConfiguration;
import io.camelproviders.common.camel.ProviderEndpoint;
import io.camelproviders.common.http.JdkWebSocketTransport;
import io.camelproviders.common.json.Json;
import io.camelproviders.common.operation.Operation;
import io.camelproviders.common.operation.OperationTable;
import io.camelproviders.qgpt.operation.PiecesLocator;
import io.camelproviders.qgpt.operation.PiecesPlaces;
import io.camelproviders.qgpt.operation.QgptOperations;
import io.camelproviders.qgpt.stream.SocketWiring;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.spi.annotations.Component;
import org.jspecify.annotations.Nullable;

/**
 * The {@code qgpt} scheme: the on-device copilot of Pieces OS. Holds one socket of questions and answers for each server,
 * shared by all producers and consumers; it connects when first needed and is closed with the component.
 */
@Component("qgpt")
public class QgptComponent extends ProviderComponent {

    private static final int SOCKET_THREADS = 4;

    @Metadata(description = "Options that all endpoints begin with; those of the shared socket count only here.")
    private QgptConfiguration configuration = new QgptConfiguration();

    /** By base URL; empty for the server that is looked for. Guards itself. */
    private final Map<String, PiecesLink> links = new LinkedHashMap<>();

    private @Nullable PiecesPlaces places;
    private @Nullable ExecutorService threads;

    @Override
    public OperationTable operations() {
        return QgptOperations.TABLE;
    }

    @Override
    protected ProviderEndpoint newEndpoint(String uri, Operation operation, ProviderConfiguration options) {
        QgptEndpoint endpoint = new QgptEndpoint(uri, this, operation);
        endpoint.setConfiguration((QgptConfiguration) options);
        return endpoint;
    }

    @Override
    public QgptConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(QgptConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Looks for servers elsewhere than on this machine's usual places. */
    void places(PiecesPlaces elsewhere) {
        places = elsewhere;
    }

    // ---- The shared connections ----

    @Override
    protected void doStop() throws Exception {
        synchronized (links) {
            links.values().forEach(PiecesLink::close);
            links.clear();
            if (threads != null) {
                getCamelContext().getExecutorServiceManager().shutdown(threads);
                threads = null;
            }
        }
        super.doStop();
    }

    /** What the endpoints of one server share; made by the first one that asks. */
    PiecesLink link(QgptEndpoint first) {
        String url = first.getConfiguration().getBaseUrl();
        String key = url == null ? "" : url.strip().replaceAll("/+$", "");
        synchronized (links) {
            return links.computeIfAbsent(key, server -> newLink(first, server));
        }
    }

    private PiecesLink newLink(QgptEndpoint first, String server) {
        PiecesLocator locator = new PiecesLocator(
                first.bareTransport(),
                server.isEmpty() ? null : URI.create(server),
                places == null ? PiecesPlaces.here() : places);
        JdkWebSocketTransport sockets = new JdkWebSocketTransport(threads(), first.waits(), first.tls());
        SocketWiring wiring = new SocketWiring(
                locator, sockets, first.bareTransport(), Json.standard(), first.waits(), Clock.systemUTC());
        return new PiecesLink(wiring, configuration.socketSettings());
    }

    private ExecutorService threads() {
        ExecutorService pool = threads;
        if (pool == null) {
            ThreadPoolProfile profile = new ThreadPoolProfile("camel-provider-qgpt-socket");
            profile.setPoolSize(SOCKET_THREADS);
            profile.setMaxPoolSize(SOCKET_THREADS);
            // Refusing a callback would lose messages; what waits here is bounded by the sockets' own windows.
            profile.setMaxQueueSize(-1);
            profile.setKeepAliveTime(30L);
            profile.setAllowCoreThreadTimeOut(true);
            pool = getCamelContext()
                    .getExecutorServiceManager()
                    .newThreadPool(this, "camel-provider-qgpt-socket", profile);
            threads = pool;
        }
        return pool;
    }
}
