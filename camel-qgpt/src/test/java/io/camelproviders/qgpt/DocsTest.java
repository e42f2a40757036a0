/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.qgpt.operation.QgptOperations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the documentation against the table of the code. */
class DocsTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z/-]+)` \\| `(qgpt:[^`]+)` \\| ([^|]+?) \\| [^|]+ \\| ([a-z–]+) \\|.*$");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/main/docs/qgpt-component.adoc"})
    void holdsEveryOperationWithAUriThatWorks(String document) throws Exception {
        // given
        Matcher row = ROW.matcher(Files.readString(Path.of(document)));
        List<String> names = new ArrayList<>();

        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();

            // when
            while (row.find()) {
                Operation operation = QgptOperations.TABLE.get(row.group(1));
                names.add(operation.name());

                // then
                assertThat(((QgptEndpoint) context.getEndpoint(row.group(2))).getOperation())
                        .isEqualTo(operation.name());
                assertThat(row.group(3)).as(operation.name()).isEqualTo(text(operation));
                assertThat(row.group(4)).as(operation.name()).isEqualTo(repeated(operation));
            }
        }
        assertThat(names).containsExactlyInAnyOrderElementsOf(QgptOperations.TABLE.names());
    }

    private static String text(Operation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.place() == Parameter.Place.TEXT)
                .map(parameter -> "`" + parameter.wireName() + "`")
                .findFirst()
                .orElse("–");
    }

    private static String repeated(Operation operation) {
        return operation.can(Operation.Role.PRODUCER)
                ? operation.repeat().name().toLowerCase(Locale.ROOT)
                : "–";
    }
}
