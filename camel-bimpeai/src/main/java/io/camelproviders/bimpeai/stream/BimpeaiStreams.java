/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.stream;

import io.camelproviders.bimpeai.model.Conversations.Conversation;
import io.camelproviders.bimpeai.operation.BimpeaiOperations;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.paging.PageWalker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The conversations of one agent and how their streams are opened.
 *
 * @param agentId not yet encoded
 * @param filters query values of {@code conversations/list} that choose the conversations
 * @param patient repeats its calls
 * @param impatient sends everything once: the stream's own back-off repeats the handshake
 * @param executor decodes lists
 * @param timeouts of a stream
 * @param maxLineBytes longest line of a stream
 * @param maxEventBytes longest event of a stream
 */
public record BimpeaiStreams(
        String agentId,
        Map<String, String> filters,
        OperationClient patient,
        OperationClient impatient,
        Executor executor,
        Timeouts timeouts,
        int maxLineBytes,
        int maxEventBytes) {

    private static final int PAGE_SIZE = 100;
    private static final int MAX_CONVERSATIONS = 100_000;

    public BimpeaiStreams {
        filters = Map.copyOf(filters);
    }

    /** How the stream of a conversation is opened and read. */
    public BimpeaiConnector connector(String conversationId) {
        return new BimpeaiConnector(this, conversationId);
    }

    /** Ids of all conversations that the filters match, by paging. */
    public CompletableFuture<List<String>> conversations() {
        return new PageWalker<>(
                        patient.pages(list(PAGE_SIZE), executor),
                        BimpeaiStreams::id,
                        MAX_CONVERSATIONS,
                        PageWalker.DEFAULT_MAX_PAGES)
                .all()
                .thenApply(items -> items.stream().map(BimpeaiStreams::id).toList());
    }

    private static String id(Object item) {
        return ((Conversation) item).id();
    }

    /** The server's time. */
    public CompletableFuture<StreamOffset> now() {
        return patient.call(list(1)).thenApply(result -> ServerClock.position(result.head()));
    }

    private OperationCall list(int limit) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("page", "1");
        query.put("limit", Integer.toString(limit));
        query.putAll(filters);
        return new OperationCall(
                BimpeaiOperations.TABLE.get("conversations/list"),
                Map.of("agentId", agentId),
                query,
                null,
                List.of(),
                null,
                UUID.randomUUID().toString(),
                null);
    }

    Json json() {
        return new Json(maxEventBytes);
    }
}
