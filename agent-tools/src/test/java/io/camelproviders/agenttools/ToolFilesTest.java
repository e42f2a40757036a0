/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.agenttools;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed files are those that the operation tables give, and keep the promises of the docs. */
class ToolFilesTest {

    private static final Path DIRECTORY = Path.of("src/generated/resources/agent-tools");
    private static final boolean UPDATE = Boolean.getBoolean("agent-tools.update");

    static List<Provider> providers() {
        return Provider.ALL;
    }

    static List<Tool> tools() {
        return Provider.ALL.stream()
                .flatMap(provider -> new ToolReader(provider).tools().stream())
                .toList();
    }

    @Test
    void theFilesAreThoseOfTheOperationTables() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (Provider provider : Provider.ALL) {
            List<Tool> tools = new ToolReader(provider).tools();
            for (Tool.Kind kind : Tool.Kind.values()) {
                List<Tool> some =
                        tools.stream().filter(tool -> tool.kind() == kind).toList();
                if (!some.isEmpty()) {
                    expected.put(
                            provider.scheme() + "-" + kind.name().toLowerCase(Locale.ROOT) + ".yaml",
                            ToolYaml.templates(some));
                }
                if (kind == Tool.Kind.READ) {
                    expected.put(provider.scheme() + "-read-all.yaml", ToolYaml.routes(some));
                }
            }
        }
        if (UPDATE) {
            write(expected);
        }

        assertThat(committed())
                .as("run: ./mvnw -Dquick -pl agent-tools -am test -Dtest=ToolFilesTest -Dagent-tools.update=true "
                        + "-Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void excludedOperationsExist(Provider provider) {
        assertThat(provider.operations())
                .extracting(Operation::name)
                .containsAll(provider.excluded().keySet());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void theModelGivesNeitherSecretsNorWhoseDataIsMeant(Tool tool) {
        assertThat(tool.arguments())
                .extracting(Argument::name)
                .doesNotContain("agentId", "user")
                .extracting(name -> name.toLowerCase(Locale.ROOT).replace("_", ""))
                .doesNotContain("apikey", "token", "password", "secret", "secretkey", "baseurl", "refreshtoken");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void namesAndTextsFitIntoUrisAndToolLists(Tool tool) {
        assertThat(tool.name()).matches("[a-z0-9_]{1,64}");
        assertThat(tool.description()).doesNotContainPattern("[&+%{}]");
        assertThat(tool.arguments()).allSatisfy(argument -> {
            assertThat(argument.name()).matches("[A-Za-z0-9_]+").doesNotStartWithIgnoringCase("camel");
            assertThat(argument.description()).endsWith(".").doesNotContainPattern("[&+%{}]");
        });
    }

    @Test
    void readsDoNotWrite() {
        Set<String> reads = new TreeSet<>();
        tools().stream().filter(tool -> tool.kind() == Tool.Kind.READ).forEach(tool -> reads.add(tool.operation()));

        assertThat(reads)
                .contains("messages/list", "recall/search", "conversations/get", "models")
                .noneMatch(
                        name -> name.matches(
                                ".*/(create|update|delete|send|configure|disconnect|add|make|clone|enable|disable|merge|fork)"));
    }

    private static Map<String, String> committed() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(DIRECTORY)) {
            for (Path file : list.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static void write(Map<String, String> files) throws IOException {
        Files.createDirectories(DIRECTORY);
        try (Stream<Path> list = Files.list(DIRECTORY)) {
            for (Path file : list.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(DIRECTORY.resolve(file.getKey()), file.getValue());
        }
    }
}
