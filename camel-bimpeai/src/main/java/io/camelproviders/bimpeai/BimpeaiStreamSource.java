/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.bimpeai.model.Messages.StreamMessage;
import io.camelproviders.bimpeai.stream.BimpeaiStreams;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.subscription.StreamConnector;
import io.camelproviders.core.subscription.StreamEvent;
import io.camelproviders.support.component.StreamListing;
import io.camelproviders.support.component.StreamPosition;
import io.camelproviders.support.component.StreamSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The streams of an agent's conversations, for a consumer. */
final class BimpeaiStreamSource implements StreamSource {

    private static final String ALL = "*";

    private final BimpeaiEndpoint endpoint;
    private final BimpeaiStreams streams;
    private final String agentId;
    private final String conversationId;

    BimpeaiStreamSource(BimpeaiEndpoint endpoint, OperationClient patient, OperationClient impatient) {
        BimpeaiConfiguration options = endpoint.getConfiguration();
        this.endpoint = endpoint;
        this.agentId = endpoint.agentId();
        this.conversationId = endpoint.conversationId();
        this.streams = new BimpeaiStreams(
                agentId,
                filters(options),
                patient,
                impatient,
                endpoint.decoder(),
                Timeouts.stream(
                        Duration.ofMillis(options.getConnectTimeout()),
                        Duration.ofMillis(options.getRequestTimeout()),
                        null,
                        Duration.ofMillis(options.getReadIdleTimeout())),
                options.getMaxLineBytes(),
                options.getMaxEventBytes());
    }

    private static Map<String, String> filters(BimpeaiConfiguration options) {
        Map<String, String> filters = new LinkedHashMap<>();
        put(filters, "search", options.getSearch());
        put(filters, "channel", options.getChannel());
        put(filters, "is_test_channel", options.getIsTestChannel());
        put(filters, "is_ai_chat_paused", options.getIsAiChatPaused());
        put(filters, "needs_attention", options.getNeedsAttention());
        return filters;
    }

    private static void put(Map<String, String> filters, String name, @Nullable Object value) {
        if (value != null) {
            filters.put(name, value.toString());
        }
    }

    @Override
    public Optional<String> only() {
        return conversationId.equals(ALL) ? Optional.empty() : Optional.of(conversationId);
    }

    @Override
    public StreamListing listing() {
        return streams.listing();
    }

    @Override
    public StreamConnector connector(String streamKey) {
        return streams.connector(streamKey);
    }

    @Override
    public String offsetKey(String streamKey) {
        return "bimpeai|" + endpoint.host() + '|' + agentId + '|' + streamKey;
    }

    @Override
    public CompletableFuture<StreamPosition> position() {
        return conversationId.equals(ALL) ? streams.position() : streams.position(conversationId);
    }

    @Override
    public List<String> echoKeys(String streamKey) {
        return List.of(agentId + '|' + streamKey, agentId + '|' + ALL);
    }

    /** What is sent through the API has role user or assistant. */
    @Override
    public boolean mayBeOwn(StreamEvent event) {
        return !event.role().equals("customer");
    }

    @Override
    public void fill(Message message, String streamKey, StreamEvent event) {
        message.setBody(event.payload());
        message.setHeader(BimpeaiConstants.AGENT_ID, agentId);
        message.setHeader(BimpeaiConstants.CONVERSATION_ID, streamKey);
        message.setHeader(BimpeaiConstants.MESSAGE_ID, event.id());
        if (event.payload() instanceof StreamMessage said && said.createdAt() != null) {
            message.setHeader(BimpeaiConstants.EVENT_CREATED, said.createdAt());
        }
    }
}
