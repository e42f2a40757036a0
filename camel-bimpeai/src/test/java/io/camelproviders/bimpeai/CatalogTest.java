/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the generated catalog tells tools and people. */
class CatalogTest {

    private static final Set<String> FLOWING =
            Set.of("CamelBimpeaiAgentId", "CamelBimpeaiConversationId", "CamelBimpeaiMessageId");

    @Test
    void describesEveryOptionAndHeaderAndHidesEverySecret() throws IOException {
        JsonNode catalog = catalog();

        for (String group : List.of("componentProperties", "properties", "headers")) {
            catalog.get(group).properties().forEach(option -> {
                String name = option.getKey();
                assertThat(option.getValue().path("description").asText())
                        .as(name)
                        .isNotBlank();
                boolean key = name.matches("(?i).*(apiKey|password|username|secret|token).*");
                assertThat(option.getValue().path("secret").asBoolean())
                        .as(name)
                        .isEqualTo(key);
            });
        }
    }

    @Test
    void writesNoHeaderThatItReadsExceptPathIds() throws IOException {
        // given
        Set<String> read = new TreeSet<>();
        Set<String> written = new TreeSet<>();
        // when
        catalog().get("headers").properties().forEach(header -> {
            boolean result = header.getKey().matches("CamelBimpeai(Response|Event)[A-Z].*");
            (result ? written : read).add(header.getKey());
        });
        Set<String> options = new TreeSet<>();
        catalog().get("properties").fieldNames().forEachRemaining(option -> options.add(header(option)));
        // then
        assertThat(written).hasSizeGreaterThan(10).doesNotContainAnyElementsOf(options);
        assertThat(read).containsAll(FLOWING);
        assertThat(options).containsAll(read);
    }

    private static String header(String option) {
        return "CamelBimpeai" + Character.toUpperCase(option.charAt(0)) + option.substring(1);
    }

    private static JsonNode catalog() throws IOException {
        try (InputStream json =
                CatalogTest.class.getResourceAsStream("/META-INF/io/camelproviders/bimpeai/bimpeai.json")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
