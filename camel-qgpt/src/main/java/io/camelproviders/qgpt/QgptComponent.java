/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.core.error.LogText;
import io.camelproviders.core.http.HttpSettings;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationTable;
import io.camelproviders.core.websocket.JdkWebSocketTransport;
import io.camelproviders.qgpt.operation.DiscoverySettings;
import io.camelproviders.qgpt.operation.PiecesLocator;
import io.camelproviders.qgpt.operation.QgptOperations;
import io.camelproviders.qgpt.stream.SocketDependencies;
import io.camelproviders.qgpt.stream.SocketHealth;
import io.camelproviders.support.component.ProviderComponent;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.config.ProviderConfiguration;
import io.camelproviders.support.observability.Meters;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.spi.annotations.Component;
import org.jspecify.annotations.Nullable;

/**
 * The {@code qgpt} scheme: the on-device copilot of Pieces OS. Holds one socket of questions and answers for each server,
 * shared by all producers and consumers; it connects when first needed and is closed with the component.
 */
@Component("qgpt")
@ManagedResource(description = "Managed QGPT component")
public class QgptComponent extends ProviderComponent {

    private static final int SOCKET_THREADS = 4;

    @Metadata(description = "Options that all endpoints begin with; those of the shared socket count only here.")
    private QgptConfiguration configuration = new QgptConfiguration();

    /** Guards itself. */
    private final Map<LinkKey, PiecesConnection> links = new LinkedHashMap<>();

    private @Nullable DiscoverySettings places;

    /** What makes two endpoints share a socket: where the server is, empty if it is looked for, and how it is reached. */
    private record LinkKey(String server, HttpSettings.Tls tls, HttpSettings.@Nullable Proxy proxy) {}

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
    void places(DiscoverySettings elsewhere) {
        places = elsewhere;
    }

    // ---- The shared connections ----

    @Override
    protected void doStop() throws Exception {
        synchronized (links) {
            links.values().forEach(PiecesConnection::close);
            links.clear();
            if (threads != null) {
                getCamelContext().getExecutorServiceManager().shutdown(threads);
                threads = null;
            }
        }
        super.doStop();
    }

    /** What the endpoints of one server share; made by the first one that asks. */
    PiecesConnection link(QgptEndpoint first) {
        String url = first.getConfiguration().getBaseUrl();
        HttpSettings how = first.connection();
        LinkKey key = new LinkKey(url == null ? "" : url.strip().replaceAll("/+$", ""), how.tls(), how.proxy());
        synchronized (links) {
            return links.computeIfAbsent(key, wanted -> newLink(first, wanted));
        }
    }

    private PiecesConnection newLink(QgptEndpoint first, LinkKey key) {
        PiecesLocator locator = new PiecesLocator(
                first.bareTransport(),
                key.server().isEmpty() ? null : URI.create(key.server()),
                places == null ? DiscoverySettings.here() : places);
        JdkWebSocketTransport sockets =
                new JdkWebSocketTransport(threads(), first.waits(), key.tls().context(), key.proxy());
        SocketDependencies wiring = new SocketDependencies(
                locator, sockets, first.bareTransport(), Json.standard(), first.waits(), Clock.systemUTC());
        PiecesConnection link = new PiecesConnection(wiring, configuration.socketSettings());
        String server = key.server().isEmpty() ? "discovered" : key.server();
        link.onClose(Meters.watch(
                getCamelContext(),
                Map.of("scheme", getDefaultName(), "server", server),
                SocketDetails.readings(link.socket()::health)));
        link.onClose(SocketHealthCheck.ofProducers(this, server, link.socket()::health));
        return link;
    }

    // ---- What operators see ----

    /** How the sockets of questions and answers are, one for each server. */
    List<SocketHealth> questionSockets() {
        synchronized (links) {
            return links.values().stream().map(link -> link.socket().health()).toList();
        }
    }

    /** How all sockets are, those of conversation changes too. */
    List<SocketHealth> sockets() {
        synchronized (links) {
            return links.values().stream()
                    .flatMap(link -> link.sockets().stream())
                    .toList();
        }
    }

    private long sum(ToLongFunction<SocketHealth> value) {
        return questionSockets().stream().mapToLong(value).sum();
    }

    @ManagedAttribute(description = "Servers in use, how each was found, and the state of its socket")
    public String getServers() {
        return questionSockets().stream().map(SocketDetails::line).collect(Collectors.joining(", "));
    }

    @ManagedAttribute(description = "Connections opened behind the first")
    public long getReconnects() {
        return sum(SocketHealth::reconnects);
    }

    @ManagedAttribute(description = "Questions that are asked and not answered")
    public long getQuestions() {
        return sum(health -> health.counters().inFlight());
    }

    @ManagedAttribute(description = "Whole answers so far")
    public long getAnswers() {
        return sum(health -> health.counters().answers());
    }

    @ManagedAttribute(description = "Questions without a whole answer so far")
    public long getFailures() {
        return sum(health -> health.counters().failures());
    }

    @ManagedAttribute(description = "Answers that nobody took")
    public long getUnclaimed() {
        return sum(health -> health.counters().unheard());
    }

    @ManagedAttribute(description = "Why connections failed last, mended or not; empty if none ever did")
    public String getLastError() {
        return questionSockets().stream()
                .map(SocketHealth::lastError)
                .filter(Objects::nonNull)
                .map(error -> LogText.oneLine(error, 300))
                .collect(Collectors.joining(", "));
    }

    // ---- Threads ----

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
