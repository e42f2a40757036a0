/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Role;
import io.camelproviders.core.retry.RetrySafety;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationsTest {

    @Test
    void knowsAllThirtyOperationsByTheirNames() {
        Map<String, List<String>> names = ChatroutesOperations.ROWS.stream()
                .map(row -> row.name().split("/"))
                .collect(groupingBy(parts -> parts[0], mapping(parts -> parts[1], toList())));

        assertThat(ChatroutesOperations.ROWS)
                .hasSize(30)
                .extracting(Operation::name)
                .doesNotHaveDuplicates();
        assertThat(names)
                .containsEntry("conversations", List.of("create", "list", "get", "update", "delete", "get-tree"))
                .containsEntry("messages", List.of("send", "stream", "list", "update", "delete"))
                .containsEntry(
                        "branches",
                        List.of("list", "create", "fork", "update", "delete", "get-messages", "send-message", "merge"))
                .containsEntry("checkpoints", List.of("list", "create", "delete", "recreate"))
                .containsEntry("autobranch", List.of("suggest-branches", "health"))
                .containsEntry("auth", List.of("register", "login", "me", "refresh-token", "logout"));
    }

    @Test
    void repeatsReadsAndDeletesOnly() {
        assertThat(ChatroutesOperations.ROWS).allSatisfy(row -> assertThat(row.repeat())
                .isEqualTo(List.of("GET", "DELETE").contains(row.method()) ? RetrySafety.SAFE : RetrySafety.UNSAFE));
    }

    @Test
    void pollsReadsAndTheStreamAndNothingElse() {
        assertThat(ChatroutesOperations.ROWS).allSatisfy(row -> assertThat(row.can(Role.POLLING_CONSUMER))
                .isEqualTo(row.method().equals("GET") || row.name().equals("messages/stream")));
    }

    @Test
    void takesTextWhereThereIsOneObviousText() {
        Map<String, String> texts = Map.of(
                "messages/send", "content",
                "messages/stream", "content",
                "messages/update", "content",
                "branches/send-message", "content",
                "autobranch/suggest-branches", "text");

        assertThat(ChatroutesOperations.ROWS).allSatisfy(row -> assertThat(
                        row.text().map(text -> text.wireName()).orElse(null))
                .isEqualTo(texts.get(row.name())));
    }

    @Test
    void hasNoSecretThatAnOptionOrHeaderCouldGive() {
        List<String> secrets = List.of("password", "refreshToken", "llmApiKey", "email");

        assertThat(ChatroutesOperations.ROWS)
                .flatExtracting(Operation::parameters)
                .extracting("wireName")
                .doesNotContainAnyElementsOf(secrets);
    }

    @Test
    void saysInASentenceWhatEachRowDoes() {
        assertThat(ChatroutesOperations.ROWS)
                .allSatisfy(row -> assertThat(row.title()).endsWith("."));
    }
}
