/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors complete and explain every property. */
class MetadataTest {

    @ParameterizedTest
    @ValueSource(strings = {"igpt", "bimpeai", "chatroutes", "qgpt"})
    void describesEveryOptionAndNothingElse(String scheme) throws Exception {
        // when
        Map<String, JsonNode> metadata = metadata(scheme);
        // then
        assertThat(metadata.keySet())
                .containsAll(ComponentOption.of(scheme).stream()
                        .map(ComponentOption::property)
                        .toList())
                .hasSize(ComponentOption.of(scheme).size() + 2);
        assertThat(metadata.values()).allSatisfy(property -> {
            assertThat(property.path("type").asText())
                    .as("type of %s", property)
                    .isNotBlank();
            assertThat(property.path("description").asText())
                    .as("description of %s", property)
                    .isNotBlank();
        });
    }

    @Test
    void showsDefaults() throws Exception {
        // when
        Map<String, JsonNode> metadata = metadata("bimpeai");
        // then
        assertThat(defaultOf(metadata, "max-items")).isEqualTo("10000");
        assertThat(defaultOf(metadata, "discovery-delay")).isEqualTo("30s");
        assertThat(defaultOf(metadata, "on-failure")).isEqualTo("retry");
        assertThat(defaultOf(metadata, "http-cause")).isEqualTo("true");
        assertThat(defaultOf(metadata, "enabled")).isEqualTo("true");
        assertThat(defaultOf(metadata, "needs-attention")).isEmpty();
    }

    private static String defaultOf(Map<String, JsonNode> metadata, String option) {
        return metadata.get("camel.component.bimpeai." + option)
                .path("defaultValue")
                .asText();
    }

    private static Map<String, JsonNode> metadata(String scheme) throws IOException {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        ClassLoader classes = MetadataTest.class.getClassLoader();
        for (URL file : Collections.list(classes.getResources("META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode property : new ObjectMapper().readTree(file).path("properties")) {
                String name = property.path("name").asText();
                if (name.startsWith("camel.component." + scheme + ".")) {
                    found.put(name, property);
                }
            }
        }
        return found;
    }
}
