/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.subscription.StreamStatus;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.component.ProviderRuntime;
import io.camelproviders.support.component.StreamSource;
import io.camelproviders.support.observability.ConsumerIssue;
import io.camelproviders.support.offsets.OffsetClaims;
import io.camelproviders.support.offsets.OffsetStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.resume.ResumeStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a stream consumer has from its start to its stop: offsets, claims, subscriptions, discovery. */
final class StreamSession implements OffsetClaims.Holder {

    private static final Logger LOG = LoggerFactory.getLogger(StreamConsumer.class);
    private static final Duration DRAIN = Duration.ofSeconds(4);

    private final StreamConsumer consumer;
    private final ProviderEndpoint endpoint;
    private final StreamSource source;
    private final OffsetKeys keys;
    private final OffsetStores.Lease offsets;
    private final StreamClaims claims;
    private final StartPin pin;
    private final MessageDispatcher exchanges;
    private final SubscriptionRegistry registry;
    private final DiscoveryHealth discoveryHealth;
    private final StreamDiscovery discovery;
    private final CompletableFuture<Void> leaves = new CompletableFuture<>();

    private StreamSession(
            StreamConsumer consumer,
            ProviderEndpoint endpoint,
            StreamSource source,
            OffsetKeys keys,
            OffsetStores.Lease offsets,
            long started) {
        ProviderRuntime runtime = endpoint.runtime();
        this.consumer = consumer;
        this.endpoint = endpoint;
        this.source = source;
        this.keys = keys;
        this.offsets = offsets;
        Duration patience = Duration.of(
                endpoint.getCamelContext().getShutdownStrategy().getTimeout(),
                endpoint.getCamelContext().getShutdownStrategy().getTimeUnit().toChronoUnit());
        this.claims = new StreamClaims(this, keys, offsets.identity(), patience, runtime.scheduler());
        this.pin = new StartPin(
                endpoint.toString(),
                source,
                runtime.serverClock(endpoint.baseUrl().origin()),
                runtime.scheduler(),
                offsets.startOf(started));
        this.exchanges = new MessageDispatcher(consumer, endpoint, source, keys);
        this.registry = new SubscriptionRegistry(endpoint, source, keys, claims, offsets.store(), exchanges);
        Duration delay = Duration.ofMillis(endpoint.getConfiguration().getDiscoveryDelay());
        this.discoveryHealth = new DiscoveryHealth(
                endpoint.toString(),
                (what, failure) -> exchanges.report("*", what, failure),
                runtime.scheduler(),
                delay);
        this.discovery = new StreamDiscovery(
                source.listing(),
                registry,
                offsets.store(),
                pin::offset,
                keys.start(),
                endpoint.getConfiguration().streamSettings().after(),
                new DiscoveryTimer(runtime.scheduler(), delay),
                discoveryHealth);
    }

    /**
     * Acquires what the consumer needs, and claims its offset key; opens no stream yet.
     *
     * @param started when the route started, in nanoseconds of the scheduler's clock
     * @throws IllegalStateException if another consumer has the offset key
     */
    static StreamSession open(
            StreamConsumer consumer, ProviderEndpoint endpoint, @Nullable ResumeStrategy strategy, long started) {
        StreamSource source = endpoint.newStreamSource(endpoint.newClient(), endpoint.newImpatientClient());
        OffsetKeys keys = new OffsetKeys(source, endpoint.getConfiguration().getOffsetKey());
        OffsetStores.Lease offsets = endpoint.runtime()
                .offsets()
                .lease(
                        endpoint.getConfiguration(),
                        strategy,
                        new OffsetStores.User(
                                endpoint.toString(),
                                consumer.getRouteId() + "|" + keys.start(),
                                "what arrives while this process is down will be missed"));
        try {
            StreamSession session = new StreamSession(consumer, endpoint, source, keys, offsets, started);
            source.only().ifPresent(session.claims::claimOnly);
            return session;
        } catch (RuntimeException e) {
            offsets.close();
            throw e;
        }
    }

    /**
     * Determines where "now" is, if nothing is stored, before the start of the route is over. A server that does not respond
     * holds up the start no longer than {@code startTimeout}; the offset is then determined later, and is the same.
     */
    void awaitStartOffset() {
        if (endpoint.getConfiguration().streamSettings().after() == null) {
            long now = endpoint.runtime().scheduler().nanoTime();
            long deadline = endpoint.runtime()
                    .serverClock(endpoint.baseUrl().origin())
                    .startDeadline(
                            now, Duration.ofMillis(endpoint.getConfiguration().getStartTimeout()));
            CompletableFuture<?> known = offsets.store()
                    .load(keys.start())
                    .thenCompose(stored -> stored.isPresent()
                            ? CompletableFuture.completedFuture(new StreamOffset(stored.get()))
                            : pin.ahead());
            await(known, Math.max(0, deadline - now));
        }
        pin.startIsOver();
    }

    private void await(CompletableFuture<?> known, long nanos) {
        try {
            known.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("{} starts before it is known where it begins", endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the stream, or begins to look for streams; a second call changes nothing. */
    void connect() {
        Optional<String> only = source.only();
        if (only.isPresent()) {
            registry.open(only.get(), pin::offset);
        } else {
            discovery.start();
        }
    }

    /** After this returns no exchange starts; what was read and not handed over is kept for the resume. */
    void suspend() {
        exchanges.suspend();
        registry.suspend();
    }

    void resume() {
        exchanges.resume();
        registry.resume();
        connect();
    }

    void stop() {
        leaves.complete(null);
        discovery.stop();
        boolean begun = registry.statuses().stream().anyMatch(status -> status.committed() != null);
        CompletableFuture<Void> end = registry.stop();
        CompletableFuture<Void> unused = end.whenComplete((nothing, failure) -> claims.releaseAll());
        exchanges.drop();
        drain(end);
        offsets.close(begun);
    }

    /** Camel has waited for the exchanges already, except behind {@code master:}, which does not ask. */
    private void drain(CompletableFuture<Void> end) {
        boolean waitedLong = endpoint.getCamelContext().getShutdownStrategy().isTimeoutOccurred();
        try {
            end.get(waitedLong ? 1 : DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "{} stops while messages are in the route; they will be delivered again at the next start",
                    endpoint);
        } catch (ExecutionException e) {
            LOG.warn("{} could not store its last offsets: {}", endpoint, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- As a user of offset keys ----

    @Override
    public String name() {
        String route = consumer.getRouteId();
        return route == null ? endpoint.toString() : "route " + route + " (" + endpoint + ")";
    }

    @Override
    public boolean all() {
        return source.only().isEmpty();
    }

    @Override
    public boolean leaving() {
        return leaves.isDone();
    }

    @Override
    public Optional<CompletableFuture<Void>> mayLeave() {
        return consumer.isSuspendingOrSuspended() ? Optional.of(leaves.copy()) : Optional.empty();
    }

    @Override
    public CompletableFuture<Void> relinquish(String offsetKey) {
        return registry.relinquish(offsetKey);
    }

    // ---- For operators ----

    List<StreamStatus> statuses() {
        return registry.statuses();
    }

    StreamClaims claims() {
        return claims;
    }

    List<ConsumerIssue> issues() {
        List<ConsumerIssue> issues = new ArrayList<>();
        long shared = claims.leftAlone(true);
        if (shared > 0) {
            issues.add(new ConsumerIssue(
                    "leftToOtherConsumers",
                    shared
                            + " streams are consumed by other routes for all streams under the same offset key; set another"
                            + " offsetKey if this route is to get their messages too",
                    true));
        }
        registry.failed().issue().ifPresent(issues::add);
        discoveryHealth.issue().ifPresent(issues::add);
        return issues;
    }

    /** How long ago the provider last answered discovery; empty for a consumer of one stream. */
    Optional<Duration> discoveryAge() {
        return discoveryHealth.age();
    }

    String describeStore() {
        return offsets.store().describe();
    }
}
