/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.concurrent.CallbackContribution;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.InetAddressUtils;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Two pools behind one client, so that they share its I/O threads: calls keep their connections for the next call,
 * streams get a fresh one each, because a request on a kept connection may meet one that the server is just closing.
 * Host names are looked up on threads of their own: a slow name server must not stop the I/O.
 */
final class CallAndStreamConnectionManager implements AsyncClientConnectionManager {

    /** State with which streams ask for their connection; calls have none. */
    static final Object STREAM = "stream";

    private final PoolingAsyncClientConnectionManager calls;
    private final PoolingAsyncClientConnectionManager streams;
    private final Executor lookups;
    private final ConcurrentMap<AsyncConnectionEndpoint, Lease> leases = new ConcurrentHashMap<>();

    private record Lease(PoolingAsyncClientConnectionManager pool, HttpRoute route) {

        boolean needsLookup() {
            String host = route.getProxyHost() != null
                    ? route.getProxyHost().getHostName()
                    : route.getTargetHost().getHostName();
            return !InetAddressUtils.isIPv4(host) && !InetAddressUtils.isIPv6(host);
        }
    }

    CallAndStreamConnectionManager(
            PoolingAsyncClientConnectionManager calls, PoolingAsyncClientConnectionManager streams, Executor lookups) {
        this.calls = calls;
        this.streams = streams;
        this.lookups = lookups;
    }

    PoolStats callStats() {
        return calls.getTotalStats();
    }

    /** Closes the connections that wait for the next call. */
    void closeIdle() {
        calls.closeIdle(TimeValue.ZERO_MILLISECONDS);
    }

    @Override
    public Future<AsyncConnectionEndpoint> lease(
            String id,
            HttpRoute route,
            @Nullable Object state,
            Timeout timeout,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        Lease lease = new Lease(STREAM.equals(state) ? streams : calls, route);
        return lease.pool()
                .lease(id, route, null, timeout, new CallbackContribution<AsyncConnectionEndpoint>(callback) {
                    @Override
                    public void completed(AsyncConnectionEndpoint endpoint) {
                        leases.put(endpoint, lease);
                        callback.completed(endpoint);
                    }
                });
    }

    @Override
    public void release(AsyncConnectionEndpoint endpoint, @Nullable Object state, TimeValue keepAlive) {
        Lease lease = leases.remove(endpoint);
        if (lease == null) {
            return;
        }
        if (lease.pool() == streams) {
            endpoint.close(CloseMode.IMMEDIATE);
        }
        lease.pool().release(endpoint, null, keepAlive);
    }

    @Override
    public Future<AsyncConnectionEndpoint> connect(
            AsyncConnectionEndpoint endpoint,
            ConnectionInitiator initiator,
            @Nullable Timeout timeout,
            @Nullable Object attachment,
            HttpContext context,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        HttpCall exchange = HttpCall.of(context);
        ConnectionInitiator watched = (name, remote, local, limit, extra, told) ->
                initiator.connect(name, remote, local, limit, extra, watching(exchange, told));
        Timeout limit = Timeout.of(exchange.connectDeadline());
        Lease lease = leases.get(endpoint);
        ComplexFuture<AsyncConnectionEndpoint> result = new ComplexFuture<>(callback);
        exchange.connecting(result);
        if (lease == null) {
            result.cancel();
        } else if (lease.needsLookup()) {
            lookups.execute(() -> connect(lease, endpoint, watched, limit, context, result));
        } else {
            connect(lease, endpoint, watched, limit, context, result);
        }
        return result;
    }

    private static void connect(
            Lease lease,
            AsyncConnectionEndpoint endpoint,
            ConnectionInitiator initiator,
            Timeout limit,
            HttpContext context,
            ComplexFuture<AsyncConnectionEndpoint> result) {
        if (result.isDone()) {
            return;
        }
        try {
            result.setDependency(lease.pool().connect(endpoint, initiator, limit, null, context, new Forward(result)));
        } catch (RuntimeException released) {
            // The exchange was called off in the meantime, and its endpoint with it.
            result.failed(released);
        }
    }

    private static FutureCallback<IOSession> watching(HttpCall exchange, FutureCallback<IOSession> callback) {
        return new CallbackContribution<>(callback) {
            @Override
            public void completed(IOSession session) {
                exchange.connected(session);
                callback.completed(session);
            }
        };
    }

    @Override
    public void upgrade(AsyncConnectionEndpoint endpoint, @Nullable Object attachment, HttpContext context) {
        upgrade(endpoint, attachment, context, null);
    }

    @Override
    public void upgrade(
            AsyncConnectionEndpoint endpoint,
            @Nullable Object attachment,
            HttpContext context,
            @Nullable FutureCallback<AsyncConnectionEndpoint> callback) {
        Lease lease = leases.get(endpoint);
        if (lease != null) {
            lease.pool().upgrade(endpoint, attachment, context, callback);
        } else if (callback != null) {
            callback.cancelled();
        }
    }

    @Override
    public void close(CloseMode mode) {
        calls.close(mode);
        streams.close(mode);
        leases.clear();
    }

    @Override
    public void close() {
        close(CloseMode.GRACEFUL);
    }

    /** Hands an outcome on to the future that was returned before the look-up. */
    private record Forward(ComplexFuture<AsyncConnectionEndpoint> result)
            implements FutureCallback<AsyncConnectionEndpoint> {

        @Override
        public void completed(AsyncConnectionEndpoint endpoint) {
            result.completed(endpoint);
        }

        @Override
        public void failed(Exception cause) {
            result.failed(cause);
        }

        @Override
        public void cancelled() {
            result.cancel();
        }
    }
}
