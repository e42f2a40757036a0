/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.stream;

import io.camelproviders.bimpeai.model.Messages.Message;
import io.camelproviders.bimpeai.model.Messages.StreamTicket;
import io.camelproviders.bimpeai.operation.BimpeaiOperations;
import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.sse.FrameDecoder;
import io.camelproviders.core.sse.SseDecoder;
import io.camelproviders.core.subscription.StreamConnector;
import io.camelproviders.core.subscription.StreamEvent;
import io.camelproviders.support.component.StreamPosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Opens the stream of one conversation: a fresh single-use ticket for every attempt, then the stream with that ticket and
 * the position. The key goes with the ticket call only.
 */
public final class BimpeaiConnector implements StreamConnector {

    private final BimpeaiStreams streams;
    private final Map<String, String> ids;
    private final BimpeaiEventDecoder events;

    /** Ticket of the latest attempt; attempts follow one another, but on different threads. */
    private volatile String lastTicket = "";

    /** @param conversationId not yet encoded */
    BimpeaiConnector(BimpeaiStreams streams, String conversationId) {
        this.streams = streams;
        this.ids = ids(streams.agentId(), conversationId);
        this.events = new BimpeaiEventDecoder(streams.json());
    }

    private static Map<String, String> ids(String agentId, String conversationId) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("agentId", agentId);
        ids.put("conversationId", conversationId);
        return ids;
    }

    /** The newest message's id, or the server's time if nobody has spoken yet; never the time of this machine. */
    @Override
    public CompletableFuture<StreamOffset> now() {
        Map<String, String> newest = new LinkedHashMap<>();
        newest.put("page", "1");
        newest.put("limit", "1");
        newest.put("sort", "-created_at");
        return Futures.map(streams.patient().call(call("messages/list", newest)), BimpeaiConnector::newest);
    }

    private static StreamOffset newest(CallResult result) {
        if (result.value() instanceof List<?> messages
                && !messages.isEmpty()
                && messages.get(0) instanceof Message newest) {
            return new StreamOffset(newest.id());
        }
        return StreamPosition.date(result.head())
                .map(date -> new StreamOffset(date.toString()))
                .orElseThrow(() -> new ProtocolException(
                        ErrorDetails.builder("there is no message to go on after, and the response has no Date header")
                                .retryable(true)
                                .build()));
    }

    @Override
    public CompletableFuture<HttpRequest> prepare(StreamOffset after) {
        return Futures.map(
                streams.impatient().call(call(BimpeaiOperations.STREAM_TICKET, Map.of())),
                result -> request(ticket(result), after));
    }

    private static String ticket(CallResult result) {
        if (result.value() instanceof StreamTicket ticket && !ticket.ticket().isBlank()) {
            return ticket.ticket();
        }
        throw new ProtocolException(ErrorDetails.builder("the answer to the ticket call holds no ticket")
                .retryable(true)
                .build());
    }

    private HttpRequest request(String ticket, StreamOffset after) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("ticket", ticket);
        lastTicket = ticket;
        query.put("after", after.value());
        return streams.impatient().request(call(BimpeaiOperations.STREAM, query), streams.timeouts());
    }

    private OperationCall call(String operation, Map<String, String> query) {
        Operation row = BimpeaiOperations.TABLE.get(operation);
        return new OperationCall(
                row, ids, query, null, List.of(), null, UUID.randomUUID().toString(), null);
    }

    @Override
    public FrameDecoder newDecoder() {
        return new SseDecoder(streams.maxLineBytes(), streams.maxEventBytes());
    }

    @Override
    public StreamEvent decode(Frame frame) {
        BimpeaiEvent event = events.decode(frame);
        if (event instanceof BimpeaiEvent.Message message) {
            String role = message.message().role();
            return new StreamEvent(
                    StreamEvent.Kind.MESSAGE,
                    message.id(),
                    frame.type(),
                    role == null ? "" : role,
                    message.message(),
                    "");
        }
        if (event instanceof BimpeaiEvent.Malformed malformed) {
            return unreadable(StreamEvent.Kind.MALFORMED, frame, malformed.raw(), malformed.reason());
        }
        if (event instanceof BimpeaiEvent.Unknown unknown) {
            return unreadable(StreamEvent.Kind.UNKNOWN, frame, unknown.raw(), "");
        }
        return new StreamEvent(StreamEvent.Kind.HEARTBEAT, null, frame.type(), "", "", "");
    }

    /** What has an id of its own moves the offset even if it cannot be read: it was told to the exception handler. */
    private static StreamEvent unreadable(StreamEvent.Kind kind, Frame frame, String raw, String note) {
        @Nullable String id = frame.ownId() ? frame.id() : null;
        return new StreamEvent(kind, id == null || id.isBlank() ? null : id, frame.type(), "", raw, note);
    }

    @Override
    public ProviderException fault(HttpResponse answer) {
        // With the ticket, so that it is masked where the provider repeats it.
        return streams.impatient().fault(call(BimpeaiOperations.STREAM, Map.of("ticket", lastTicket)), answer);
    }
}
