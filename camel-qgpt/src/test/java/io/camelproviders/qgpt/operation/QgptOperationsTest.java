/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationTable;
import io.camelproviders.core.retry.RetrySafety;
import org.junit.jupiter.api.Test;

class QgptOperationsTest {

    @Test
    void holdsTheDocumentedRows() {
        // when
        OperationTable table = OperationTable.of(QgptOperations.ROWS);

        // then
        assertThat(table.names())
                .containsExactlyInAnyOrder(
                        "hints",
                        "question",
                        "relevance",
                        "reprompt",
                        "persons/related",
                        "stream",
                        "connect",
                        "models",
                        "conversations/create",
                        "conversations/retrieve",
                        "conversations/messages",
                        "messages/retrieve",
                        "conversations/stream");
    }

    @Test
    void neverRepeatsAQuestionAsIfItWereARead() {
        assertThat(QgptOperations.ROWS)
                .filteredOn(row -> row.path().startsWith("/qgpt/"))
                .allMatch(row -> row.repeat() == RetrySafety.PAID);
        assertThat(QgptOperations.ROWS)
                .filteredOn(row -> row.method().equals("GET"))
                .allMatch(row -> row.repeat() == RetrySafety.SAFE)
                .allMatch(row -> row.can(Operation.Role.POLLING_CONSUMER));
    }
}
