/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.stream;

import io.camelproviders.bimpeai.operation.BimpeaiOperations;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.support.component.StreamListing;
import io.camelproviders.support.component.StreamPosition;
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

    public BimpeaiStreams {
        filters = Map.copyOf(filters);
    }

    /** How the stream of a conversation is opened and read. */
    public BimpeaiConnector connector(String conversationId) {
        return new BimpeaiConnector(this, conversationId);
    }

    /** Lists the conversations that the filters match. */
    public StreamListing listing() {
        return new BimpeaiListing(this);
    }

    /** Where all conversations of the agent stand now. */
    public CompletableFuture<StreamPosition> position() {
        return new BimpeaiPositions(this).ofAgent();
    }

    /** Where one conversation stands now. */
    public CompletableFuture<StreamPosition> position(String conversationId) {
        return new BimpeaiPositions(this).ofConversation(conversationId);
    }

    /** Calls an operation for plain JSON instead of its record. */
    CompletableFuture<CallResult> plain(String operation, Map<String, String> ids, Map<String, String> query) {
        Operation row = BimpeaiOperations.TABLE.get(operation);
        Operation raw = new Operation(
                row.name(),
                row.title(),
                row.method(),
                row.path(),
                row.parameters(),
                row.payload(),
                new Operation.Result(Operation.Result.Form.RAW, Object.class, "", ""),
                row.repeat(),
                row.paged(),
                row.streams(),
                row.roles(),
                row.deprecation());
        return patient.call(
                new OperationCall(
                        raw,
                        ids,
                        query,
                        null,
                        List.of(),
                        null,
                        UUID.randomUUID().toString(),
                        null),
                executor);
    }

    Json json() {
        return new Json(maxEventBytes);
    }
}
