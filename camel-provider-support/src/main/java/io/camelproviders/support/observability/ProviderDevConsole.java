/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.observability;

import io.camelproviders.core.error.LogText;
import io.camelproviders.core.http.TransportStats;
import io.camelproviders.core.subscription.StreamStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's component is doing: its consumers with their streams, those in trouble first, its connections and its
 * retry budget. Option {@code limit}: streams shown for each consumer, 100 by default. Holds no payloads and no secrets.
 */
public abstract class ProviderDevConsole extends AbstractDevConsole {

    private static final int SHOWN = 100;

    /** @param scheme of the component, which is the console's id too */
    protected ProviderDevConsole(String scheme, String displayName) {
        super("camel", scheme, displayName, "Streams, connections and retry budget of " + displayName);
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonObject told = new JsonObject();
        ObservedComponent component = component();
        if (component == null) {
            return told;
        }
        JsonArray consumers = new JsonArray();
        component.streamConsumers().forEach(consumer -> consumers.add(consumer(consumer, limit(options))));
        told.put("consumers", consumers);
        JsonArray transports = new JsonArray();
        component.transportStats().forEach(stats -> transports.add(transport(stats)));
        told.put("transports", transports);
        add(told);
        return told;
    }

    /** Adds what only this provider has; names to plain values, or to lists of such objects. Asked while it runs. */
    protected void add(JsonObject told) {}

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder(200);
        lines(text, "", doCallJson(options));
        return text.toString();
    }

    private static void lines(StringBuilder text, String indent, Map<?, ?> values) {
        values.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                text.append(indent).append(name).append(":\n");
                list.forEach(one -> {
                    lines(text, indent + "    ", (Map<?, ?>) one);
                    text.append('\n');
                });
            } else {
                text.append(indent).append(name).append(": ").append(value).append('\n');
            }
        });
    }

    private @Nullable ObservedComponent component() {
        return getCamelContext().hasComponent(getId()) instanceof ObservedComponent component ? component : null;
    }

    private static int limit(Map<String, Object> options) {
        try {
            return Integer.parseInt(String.valueOf(options.getOrDefault("limit", SHOWN)));
        } catch (NumberFormatException e) {
            return SHOWN;
        }
    }

    private static JsonObject consumer(ObservedStreams consumer, int limit) {
        JsonObject told = new JsonObject();
        told.put("routeId", consumer.getRouteId());
        told.put("endpoint", consumer.endpointUri());
        told.put("status", consumer.serviceStatus());
        told.put("offsets", consumer.getOffsetStore());
        told.put("retryBudget", consumer.getRetryBudget());
        told.put("streamsInAll", consumer.getStreams());
        List<StreamStatus> statuses = new ArrayList<>(consumer.statuses());
        statuses.sort(Comparator.comparing((StreamStatus one) -> one.trouble() == null)
                .thenComparing(StreamStatus::streamKey));
        JsonArray streams = new JsonArray();
        statuses.stream().limit(limit).forEach(one -> streams.add(stream(one)));
        told.put("streams", streams);
        return told;
    }

    private static JsonObject stream(StreamStatus one) {
        JsonObject told = new JsonObject();
        told.put("stream", LogText.oneLine(one.streamKey(), 100));
        told.put("state", one.state().name());
        told.put("sinceSeconds", one.since().toSeconds());
        if (one.trouble() != null) {
            told.put("cause", LogText.oneLine(one.trouble(), 200));
        }
        told.put("connects", one.counts().connects());
        told.put("messages", one.counts().messages());
        told.put("lastEvent", LogText.oneLine(String.valueOf(one.received()), 100));
        told.put("committed", LogText.oneLine(String.valueOf(one.committed()), 100));
        told.put("lag", one.queued() + one.inFlight());
        told.put("inFlight", one.inFlight());
        told.put("retries", one.counts().failures());
        told.put("duplicates", one.counts().duplicates());
        told.put("malformed", one.counts().malformed());
        return told;
    }

    private static JsonObject transport(TransportStats stats) {
        JsonObject told = new JsonObject();
        told.put("callsUnderWay", stats.leased());
        told.put("callsWaiting", stats.pending());
        told.put("idleConnections", stats.available());
        told.put("openStreams", stats.openStreams());
        return told;
    }
}
