/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every Kamelet is complete: what tools show, what they must hide, and what its template uses. */
class KameletFilesTest {

    private static final Path DIRECTORY = Path.of("target/classes/kamelets");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([A-Za-z]+)}}");
    private static final Set<String> TYPES = Set.of("string", "integer", "boolean");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().toList();
        }
    }

    static String name(Path file) {
        return file.getFileName().toString().replace(".kamelet.yaml", "");
    }

    @Test
    void sourceSinksAndActionsAreThere() throws IOException {
        assertThat(files())
                .extracting(KameletFilesTest::name)
                .containsExactly(
                        "bimpeai-messages-source",
                        "bimpeai-send-action",
                        "bimpeai-send-sink",
                        "chatroutes-send-action",
                        "chatroutes-send-sink",
                        "chatroutes-stream-action",
                        "igpt-ask-action",
                        "igpt-run-action",
                        "igpt-search-action",
                        "qgpt-question-action");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aKameletNamesItselfAndItsKind(Path file) {
        JsonNode kamelet = read(file);
        String name = kamelet.at("/metadata/name").asText();
        String kind =
                kamelet.at("/metadata/labels/camel.apache.org~1kamelet.type").asText();

        assertThat(kamelet.path("apiVersion").asText()).isEqualTo("camel.apache.org/v1");
        assertThat(kamelet.path("kind").asText()).isEqualTo("Kamelet");
        assertThat(file.getFileName()).hasToString(name + ".kamelet.yaml");
        assertThat(name).endsWith("-" + kind);
        for (String annotation : Set.of("icon", "group", "namespace", "support.level")) {
            String key = "camel.apache.org/kamelet." + annotation;
            assertThat(kamelet.at("/metadata/annotations").path(key).asText())
                    .as(key)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPropertyIsDescribedAndTyped(Path file) {
        JsonNode definition = read(file).at("/spec/definition");

        assertThat(definition.path("title").asText()).isNotBlank();
        assertThat(definition.path("description").asText()).endsWith(".");
        definition.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            assertThat(value.path("title").asText()).as(property.getKey()).isNotBlank();
            assertThat(value.path("description").asText()).as(property.getKey()).endsWith(".");
            assertThat(value.path("type").asText()).as(property.getKey()).isIn(TYPES);
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatTheCatalogCallsSecretIsAPassword(Path file) {
        JsonNode kamelet = read(file);
        JsonNode options = catalog(scheme(file)).path("properties");
        Set<String> secrets = new TreeSet<>();
        Set<String> passwords = new TreeSet<>();
        kamelet.at("/spec/definition/properties").properties().forEach(property -> {
            if (options.path(property.getKey()).path("secret").asBoolean()) {
                secrets.add(property.getKey());
            }
            if (property.getValue().path("format").asText().equals("password")) {
                passwords.add(property.getKey());
                assertThat(property.getValue().path("x-descriptors").toString())
                        .contains("urn:camel:group:credentials");
            }
        });

        assertThat(passwords).isEqualTo(secrets);
    }

    @ParameterizedTest
    @MethodSource("files")
    void theTemplateUsesExactlyTheDeclaredProperties(Path file) {
        JsonNode spec = read(file).path("spec");
        Set<String> declared = new TreeSet<>();
        spec.at("/definition/properties").fieldNames().forEachRemaining(declared::add);
        Set<String> used = new TreeSet<>();
        PLACEHOLDER.matcher(spec.path("template").toString()).results().forEach(match -> used.add(match.group(1)));

        assertThat(used).isEqualTo(declared);
    }

    @ParameterizedTest
    @MethodSource("files")
    void dependenciesNameTheComponentInItsVersion(Path file) {
        String dependencies = read(file).at("/spec/dependencies").toString();
        String version = catalog(scheme(file)).at("/component/version").asText();

        assertThat(dependencies)
                .contains("\"camel:kamelet\"", "\"mvn:io.camelproviders:camel-" + scheme(file) + ":" + version + "\"");
    }

    private static String scheme(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('-'));
    }

    private static JsonNode read(Path file) {
        try {
            Object tree = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return JSON.valueToTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode catalog(String scheme) {
        String resource = "/META-INF/io/camelproviders/" + scheme + "/" + scheme + ".json";
        try (InputStream stream = KameletFilesTest.class.getResourceAsStream(resource)) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
