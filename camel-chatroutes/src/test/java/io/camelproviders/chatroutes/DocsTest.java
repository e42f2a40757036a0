/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.chatroutes.operation.ChatroutesOperations;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of operations in the docs is the table of the code, and its examples can be pasted. */
class DocsTest {

    private static final int COLUMNS = 7;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/main/docs/chatroutes-component.adoc"})
    void tellsEveryOperationAsItIs(String page) throws IOException {
        List<List<String>> rows = rows(Files.readString(Path.of(page)));

        assertThat(rows).extracting(row -> row.get(0)).containsExactlyElementsOf(ChatroutesOperations.TABLE.names());
        for (List<String> row : rows) {
            Operation operation = ChatroutesOperations.TABLE.get(row.get(0));
            assertThat(row.get(1)).isEqualTo(operation.method() + " " + operation.path());
            assertThat(row.get(2)).isEqualTo(operation.can(Role.POLLING_CONSUMER) ? "to, from" : "to");
            assertThat(row.get(3)).isEqualTo(operation.repeat().name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void givesExamplesThatWork() throws IOException {
        try (ChatroutesTestSupport rig = new ChatroutesTestSupport()) {
            for (List<String> row : rows(Files.readString(Path.of("README.md")))) {
                ChatroutesEndpoint endpoint = rig.context.getEndpoint(row.get(6), ChatroutesEndpoint.class);
                assertThat(endpoint.getOperation()).isEqualTo(row.get(0));
                // Whatever is missing would be told before anything is sent.
                rig.send(
                        row.get(6),
                        needsBody(row.get(0)) ? "{\"email\":\"a\",\"password\":\"b\",\"refreshToken\":\"c\"}" : null);
            }
            assertThat(rig.fake.journal().total()).isGreaterThanOrEqualTo(30);
        }
    }

    @Test
    void saysTheSameOnBothPages() throws IOException {
        assertThat(rows(Files.readString(Path.of("README.md"))))
                .isEqualTo(rows(Files.readString(Path.of("src/main/docs/chatroutes-component.adoc"))));
    }

    private static boolean needsBody(String operation) {
        return List.of("auth/register", "auth/login", "auth/refresh-token").contains(operation);
    }

    /** The cells of the operations table, of either kind of page, without their code marks. */
    private static List<List<String>> rows(String page) {
        String joined = page.contains("|===") ? page.replaceAll("\n\\|", " |") : page;
        return Arrays.stream(joined.split("\n", -1))
                .flatMap(line -> Arrays.stream(line.split("(?=\\| `[a-z]+/[a-z-]+` )", -1)))
                .filter(line -> line.matches("\\| `[a-z]+/[a-z-]+` .*"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(cell -> cell.strip().replaceAll("^`\\+?([^`]*?)\\+?`$", "$1"))
                        .limit(COLUMNS)
                        .toList())
                .toList();
    }
}
