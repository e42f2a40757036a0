/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.core.error.LogText;
import io.camelproviders.qgpt.stream.SocketHealth;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.support.DefaultConsumer;

/**
 * Health of a socket: which server, how it was found, since when. DOWN when it is not connected for a minute; a
 * shorter outage is told as a detail and is no reason to restart anything.
 */
final class SocketHealthCheck extends AbstractHealthCheck {

    private static final Duration OUTAGE = Duration.ofSeconds(60);

    private final Supplier<SocketHealth> socket;
    private final Clock clock;

    SocketHealthCheck(String id, Supplier<SocketHealth> socket, Clock clock) {
        super("camel", id);
        this.socket = socket;
        this.clock = clock;
    }

    /** Gives a consumer its check; Camel's repository of consumer checks finds it there. */
    static void attach(DefaultConsumer consumer, QgptEndpoint endpoint, Supplier<SocketHealth> socket) {
        SocketHealthCheck check =
                new SocketHealthCheck("consumer:qgpt-" + consumer.getRouteId(), socket, Clock.systemUTC());
        check.setEnabled(endpoint.getComponent().isHealthCheckConsumerEnabled());
        check.setCamelContext(endpoint.getCamelContext());
        consumer.setHealthCheck(check);
    }

    /**
     * Registers a check of the producers of a server, where Camel checks producers at all.
     *
     * @return takes it away again
     */
    static Runnable ofProducers(QgptComponent component, String server, Supplier<SocketHealth> socket) {
        WritableHealthCheckRepository repository = HealthCheckHelper.getHealthCheckRepository(
                component.getCamelContext(), "producers", WritableHealthCheckRepository.class);
        if (repository == null) {
            return () -> {};
        }
        SocketHealthCheck check = new SocketHealthCheck("producer:qgpt-" + server, socket, Clock.systemUTC());
        check.setEnabled(component.isHealthCheckProducerEnabled());
        check.setCamelContext(component.getCamelContext());
        repository.addHealthCheck(check);
        return () -> repository.removeHealthCheck(check);
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        SocketHealth health = socket.get();
        builder.details(SocketDetails.details(health));
        String failure = health.lastFailure();
        boolean out =
                health.state() == SocketHealth.State.CONNECTING || health.state() == SocketHealth.State.RECONNECTING;
        boolean lasting = Duration.between(health.since(), clock.instant()).compareTo(OUTAGE) > 0;
        if (health.state() == SocketHealth.State.CLOSED || (out && failure != null && lasting)) {
            builder.message("no connection to Pieces OS: " + LogText.oneLine(String.valueOf(failure), 200));
            builder.down();
        } else {
            builder.up();
        }
    }
}
