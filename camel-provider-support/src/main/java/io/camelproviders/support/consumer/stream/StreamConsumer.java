/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.error.LogText;
import io.camelproviders.core.subscription.StreamState;
import io.camelproviders.core.subscription.StreamStatus;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.component.ProviderRuntime;
import io.camelproviders.support.observability.ConsumerIssue;
import io.camelproviders.support.observability.ObservedStreams;
import io.camelproviders.support.observability.StreamHealthCheck;
import io.camelproviders.support.offsets.StreamResumeAdapter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedStartupListener;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.resume.ResumeAware;
import org.apache.camel.resume.ResumeStrategy;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.LoggingExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emits the messages of a provider's streams into a route: one stream, or all of an account.
 *
 * <p>Delivery guarantee: at least once, in order per stream. In one process life no message is lost and none delivered
 * twice, over any number of reconnects; after a crash none is lost and at most {@code maxInFlight} per stream are repeated.
 * An exchange is done when its on-completion ran, never when a callback returned.
 *
 * <p>Connects when the whole Camel context has started, so that no message meets a route that is not there yet.
 */
@ManagedResource(description = "Managed provider stream consumer")
public final class StreamConsumer extends DefaultConsumer
        implements Suspendable, ResumeAware<ResumeStrategy>, ExtendedStartupListener, ObservedStreams {

    private static final Logger LOG = LoggerFactory.getLogger(StreamConsumer.class);

    private final ProviderEndpoint endpoint;
    private @Nullable ResumeStrategy resumeStrategy;
    private volatile @Nullable StreamSession session;
    private volatile @Nullable StreamSession last;

    public StreamConsumer(ProviderEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    // ---- Life ----

    @Override
    protected void doStart() throws Exception {
        ProviderRuntime runtime = endpoint.runtime();
        long started = runtime.scheduler().nanoTime();
        super.doStart();
        StreamSession next = StreamSession.open(this, endpoint, resumeStrategy, started);
        StreamHealthCheck check = StreamHealthCheck.of(this, endpoint.scheme());
        check.setEnabled(endpoint.getComponent().isHealthCheckConsumerEnabled());
        check.setCamelContext(endpoint.getCamelContext());
        setHealthCheck(check);
        session = next;
        last = next;
        runtime.joined(this);
        next.awaitStartOffset();
        LOG.info("Consuming {}; offsets in {}", endpoint, next.describeStore());
        getEndpoint().getCamelContext().addStartupListener(this);
    }

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        if (alreadyStarted) {
            connect();
        }
    }

    @Override
    public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
        connect();
    }

    private void connect() {
        StreamSession current = session;
        if (current != null && !isSuspendingOrSuspended()) {
            current.connect();
        }
    }

    /** After this returns no exchange starts; what was read and not handed over is kept for the resume. */
    @Override
    protected void doSuspend() throws Exception {
        StreamSession current = session;
        if (current != null) {
            current.suspend();
        }
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        StreamSession current = session;
        if (current != null) {
            current.resume();
        }
    }

    @Override
    protected void doStop() throws Exception {
        StreamSession current = session;
        session = null;
        if (current != null) {
            endpoint.runtime().left(this);
            current.stop();
            LOG.info("Stopped consuming {}", endpoint);
        }
        super.doStop();
    }

    /** A message that never ends must not keep its key from other consumers for ever. */
    @Override
    protected void doShutdown() throws Exception {
        StreamSession ended = last;
        last = null;
        if (ended != null) {
            ended.claims().releaseAll();
        }
        super.doShutdown();
    }

    // ---- Camel's Resume API ----

    @Override
    public void setResumeStrategy(ResumeStrategy strategy) {
        this.resumeStrategy = strategy;
    }

    @Override
    public @Nullable ResumeStrategy getResumeStrategy() {
        return resumeStrategy;
    }

    @Override
    public String adapterFactoryService() {
        return StreamResumeAdapter.SERVICE;
    }

    // ---- What operators see ----

    void handle(String what, Throwable cause) {
        getExceptionHandler().handleException(what, cause);
    }

    /** Whether its exception handler is Camel's own, which prints what it gets. */
    boolean onlyLogs() {
        return getExceptionHandler() instanceof LoggingExceptionHandler;
    }

    @Override
    public String endpointUri() {
        return endpoint.toString();
    }

    @Override
    public String serviceStatus() {
        return getStatus().name();
    }

    @Override
    public List<StreamStatus> statuses() {
        StreamSession current = session;
        return current == null ? List.of() : current.statuses();
    }

    @Override
    public List<ConsumerIssue> issues() {
        StreamSession current = session;
        return current == null ? List.of() : current.issues();
    }

    @Override
    public Optional<Duration> discoveryAge() {
        StreamSession current = session;
        return current == null ? Optional.empty() : current.discoveryAge();
    }

    @ManagedAttribute(
            description = "Seconds since the provider last answered discovery; -1 for a consumer of one stream")
    public long getSecondsSinceDiscovery() {
        return discoveryAge().map(Duration::toSeconds).orElse(-1L);
    }

    @ManagedAttribute(description = "Streams of the account that consumers of one named stream consume instead")
    @Override
    public long getLeftToNamedConsumers() {
        StreamSession current = session;
        return current == null ? 0 : current.claims().leftAlone(false);
    }

    @ManagedAttribute(description = "Streams that this consumer holds")
    @Override
    public int getStreams() {
        return statuses().size();
    }

    @ManagedAttribute(description = "Streams that are open at this moment")
    @Override
    public long getOpenStreams() {
        return statuses().stream()
                .filter(status -> status.state() == StreamState.OPEN)
                .count();
    }

    @ManagedAttribute(description = "Messages handed to the route, first tries only")
    @Override
    public long getMessages() {
        return statuses().stream()
                .mapToLong(status -> status.counts().messages())
                .sum();
    }

    @ManagedAttribute(description = "Connections opened, first ones and reconnects")
    @Override
    public long getConnects() {
        return statuses().stream()
                .mapToLong(status -> status.counts().connects())
                .sum();
    }

    @ManagedAttribute(description = "Messages in the route")
    @Override
    public int getInFlight() {
        return statuses().stream().mapToInt(StreamStatus::inFlight).sum();
    }

    @ManagedAttribute(description = "Messages read and not yet handed to the route")
    @Override
    public int getQueued() {
        return statuses().stream().mapToInt(StreamStatus::queued).sum();
    }

    @ManagedAttribute(description = "Repetitions dropped")
    @Override
    public long getDuplicates() {
        return statuses().stream()
                .mapToLong(status -> status.counts().duplicates())
                .sum();
    }

    @ManagedAttribute(description = "Failed tries of messages")
    @Override
    public long getFailures() {
        return statuses().stream()
                .mapToLong(status -> status.counts().failures())
                .sum();
    }

    @ManagedAttribute(
            description = "Streams that are not well, and why the first of them is not; empty if all are well")
    public String getTrouble() {
        return statuses().stream()
                .filter(status -> status.trouble() != null)
                .findFirst()
                .map(status -> status.state() + " since " + status.since().toSeconds() + " s: "
                        + LogText.oneLine(String.valueOf(status.trouble()), 200))
                .orElse("");
    }

    @ManagedAttribute(description = "Where offsets are stored")
    @Override
    public String getOffsetStore() {
        StreamSession current = session;
        return current == null ? "" : current.describeStore();
    }

    @ManagedAttribute(description = "Tokens left for retries of calls to this host; 500 when nothing fails")
    @Override
    public int getRetryBudget() {
        return session == null
                ? 0
                : endpoint.runtime().budget().tokens(endpoint.baseUrl().origin());
    }
}
