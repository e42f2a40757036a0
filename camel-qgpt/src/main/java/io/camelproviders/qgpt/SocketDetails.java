/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.core.error.LogText;
import io.camelproviders.qgpt.operation.PiecesServer;
import io.camelproviders.qgpt.stream.SocketHealth;
import io.camelproviders.support.observability.MetricDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What operators are told of a socket: as details of a health check or a console, in one line, and as readings. */
final class SocketDetails {

    private SocketDetails() {}

    /** Names and plain values, what counts most first. */
    static Map<String, Object> details(SocketHealth health) {
        Map<String, Object> details = new LinkedHashMap<>();
        PiecesServer server = health.server();
        if (server != null) {
            details.put("server", server.base().toString());
            details.put("foundBy", server.source().name());
        }
        details.put("state", health.state().name());
        details.put("since", health.since().toString());
        details.put("connects", health.connects());
        details.put("attempts", health.attempts());
        details.put("inFlight", health.counters().inFlight());
        details.put("answers", health.counters().answers());
        details.put("failures", health.counters().failures());
        details.put("recovered", health.counters().recovered());
        details.put("unclaimed", health.counters().unheard());
        details.put("unknown", health.counters().unknown());
        details.put("malformed", health.counters().malformed());
        if (health.lastFailure() != null) {
            details.put("lastFailure", LogText.oneLine(health.lastFailure(), 300));
        }
        if (health.lastError() != null) {
            details.put("lastError", LogText.oneLine(health.lastError(), 300));
        }
        return details;
    }

    /** Server, how it was found, state and since when. */
    static String line(SocketHealth health) {
        PiecesServer server = health.server();
        String where = server == null ? "no server yet" : server.base() + " (" + server.source() + ")";
        return where + " " + health.state() + " since " + health.since();
    }

    /**
     * Gauges {@code socket.open} and {@code socket.questions}; counters {@code socket.connects}, {@code socket.answers},
     * {@code socket.failures}, {@code socket.recovered}, {@code socket.unclaimed}, {@code socket.unknown} and
     * {@code socket.malformed}.
     */
    static List<MetricDefinition> readings(Supplier<SocketHealth> socket) {
        return List.of(
                MetricDefinition.gauge(
                        "socket.open",
                        "1 when the socket is open",
                        () -> socket.get().state() == SocketHealth.State.OPEN ? 1 : 0),
                MetricDefinition.gauge(
                        "socket.questions",
                        "Questions that are asked and not answered",
                        () -> socket.get().counters().inFlight()),
                MetricDefinition.counter("socket.connects", "Connections opened", () -> socket.get()
                        .connects()),
                counter(socket, "answers", "Whole answers", SocketHealth.Counters::answers),
                counter(socket, "failures", "Questions without a whole answer", SocketHealth.Counters::failures),
                counter(socket, "recovered", "Answers fetched after a drop", SocketHealth.Counters::recovered),
                counter(socket, "unclaimed", "Answers that nobody took", SocketHealth.Counters::unheard),
                counter(socket, "unknown", "Messages that belong to no question", SocketHealth.Counters::unknown),
                counter(socket, "malformed", "Messages that could not be read", SocketHealth.Counters::malformed));
    }

    private static MetricDefinition counter(
            Supplier<SocketHealth> socket,
            String name,
            String description,
            ToDoubleFunction<SocketHealth.Counters> value) {
        return MetricDefinition.counter(
                "socket." + name,
                description,
                () -> value.applyAsDouble(socket.get().counters()));
    }
}
