/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.operation;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationTable;
import io.camelproviders.core.retry.RetrySafety;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All operations of the BimpeAI console API as its SDK 0.4.1 knows them, and one of the first SDK. Reads may be repeated
 * freely, writes always under their idempotency key.
 */
public final class BimpeaiOperations {

    /** The live stream of a conversation. */
    public static final String STREAM = "messages/stream";

    /** The pass to a stream; asked for before each connect. */
    public static final String STREAM_TICKET = "messages/stream-ticket";

    /** Every row. */
    public static final OperationTable TABLE = OperationTable.of(rows());

    private BimpeaiOperations() {}

    private static List<Operation> rows() {
        List<Operation.Builder> rows = new ArrayList<>();
        Stream.of(
                        AgentOperations.all(),
                        IntegrationOperations.all(),
                        WorkflowOperations.all(),
                        ConversationOperations.all(),
                        PhoneOperations.all())
                .forEach(rows::addAll);
        return rows.stream().map(Operation.Builder::build).toList();
    }

    /** A list that the console pages: page, limit, search, sort in this order. */
    static Operation.Builder paged(String name, String path) {
        return Operation.get(name, path)
                .query("page", Integer.class)
                .query("limit", Integer.class)
                .query("search", String.class)
                .query("sort", String.class)
                .paged();
    }

    /** A write: repeated under its key only. */
    static Operation.Builder write(String method, String name, String path) {
        return Operation.builder(method, name, path).repeat(RetrySafety.KEYED);
    }

    static Operation.Builder post(String name, String path) {
        return write("POST", name, path);
    }

    static Operation.Builder patch(String name, String path) {
        return write("PATCH", name, path);
    }

    static Operation.Builder delete(String name, String path) {
        return write("DELETE", name, path);
    }
}
