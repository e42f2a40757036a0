/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.observability;

import io.camelproviders.core.subscription.StreamStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream consumer as health checks, meters and the developer console see it. Thread-safe; no method blocks. */
public interface ObservedStreams {

    /** Id of the consumer's route; null outside a route. */
    @Nullable
    String getRouteId();

    /** The endpoint, without secrets. */
    String endpointUri();

    /** State of the consumer's service. */
    String serviceStatus();

    /** Status of each stream; empty before the start. */
    List<StreamStatus> statuses();

    /** What is wrong with the consumer as a whole rather than with one of its streams, worst first. */
    List<ConsumerIssue> issues();

    /** How long ago the provider last answered discovery; empty for a consumer of one stream. */
    Optional<Duration> discoveryAge();

    /** Streams of the account that consumers of one named stream consume instead. */
    long getLeftToNamedConsumers();

    /** Number of streams. */
    int getStreams();

    /** Number of streams that are connected. */
    long getOpenStreams();

    /** Messages in the route. */
    int getInFlight();

    /** Messages read and not yet delivered to the route. */
    int getQueued();

    /** Messages delivered to the route, first attempts only. */
    long getMessages();

    /** Connections opened. */
    long getConnects();

    /** Duplicates dropped. */
    long getDuplicates();

    /** Failed delivery attempts. */
    long getFailures();

    /** Where offsets are stored. */
    String getOffsetStore();

    /** Tokens left for retries of calls to this host. */
    int getRetryBudget();
}
