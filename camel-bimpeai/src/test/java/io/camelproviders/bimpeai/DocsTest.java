/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.bimpeai.operation.BimpeaiOperations;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.core.operation.Operation.Parameter.Place;
import io.camelproviders.core.operation.Operation.Payload;
import io.camelproviders.core.operation.Operation.Result;
import io.camelproviders.core.operation.Operation.Role;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The documentation says what the table and the catalog say. Run with {@code -Ddocs.write=true} to write its tables anew.
 */
class DocsTest {

    private static final Path PAGE = Path.of("src/main/docs/bimpeai-component.adoc");
    private static final Path README = Path.of("README.md");
    private static final String CATALOG = "/META-INF/io/camelproviders/bimpeai/bimpeai.json";
    private static final Pattern URI_IN_TEXT = Pattern.compile("`(bimpeai:[^`]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"operations", "options", "headers"})
    void theTablesOfThePageAreFresh(String name) throws Exception {
        check(PAGE, "// " + name + ": begin\n", "// " + name + ": end", table(name));
    }

    @Test
    void theTableOfTheReadmeIsFresh() throws Exception {
        StringBuilder rows = new StringBuilder("| URI | what it does |\n|---|---|\n");
        BimpeaiOperations.TABLE.all().forEach(row -> rows.append("| `")
                .append(example(row))
                .append("` | ")
                .append(row.title())
                .append(row.deprecation() == null ? "" : " Deprecated.")
                .append(" |\n"));

        check(README, "<!-- operations: begin -->\n", "<!-- operations: end -->", rows.toString());
    }

    private static void check(Path file, String begin, String end, String wanted) throws Exception {
        String text = Files.readString(file);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, text.substring(0, from) + wanted + text.substring(to));
        } else {
            assertThat(text.substring(from, to))
                    .as("the table in %s; -Ddocs.write=true writes it anew", file)
                    .isEqualTo(wanted);
        }
    }

    private static String table(String name) throws Exception {
        return switch (name) {
            case "operations" -> operations();
            case "options" -> catalog("properties", "| option | default | description\n");
            default -> catalog("headers", "| header | type | description\n");
        };
    }

    // ---- Operations ----

    private static String operations() {
        StringBuilder out = new StringBuilder("[cols=\"2,4,3,2\",options=\"header\"]\n|===\n")
                .append("| operation | example, and what it does | parameters; body | result\n");
        for (Operation row : BimpeaiOperations.TABLE.all()) {
            out.append("\n| `").append(row.name()).append("`\n");
            out.append("| `").append(example(row)).append("` +\n").append(row.title());
            out.append(" _").append(row.method()).append(' ').append(row.path()).append("_\n");
            out.append("| ").append(inputs(row)).append('\n');
            out.append("| ").append(result(row)).append('\n');
        }
        return out.append("|===\n").toString();
    }

    private static String example(Operation row) {
        StringJoiner options = new StringJoiner("&", "?", "").setEmptyValue("");
        for (Parameter parameter : row.parameters()) {
            if (parameter.place() == Place.PATH) {
                options.add(
                        parameter.optionName() + "=" + parameter.optionName().charAt(0) + "1");
            }
        }
        if (row.paged()) {
            options.add("limit=50");
        }
        return "bimpeai:" + row.name() + options;
    }

    private static String inputs(Operation row) {
        StringJoiner names = new StringJoiner(", ").setEmptyValue("–");
        row.parameters()
                .forEach(parameter -> names.add("`" + parameter.optionName() + "`" + star(parameter.required())));
        if (row.payload().kind() == Payload.Kind.NONE) {
            return names.toString();
        }
        StringJoiner fields = new StringJoiner(", ");
        Json.standard()
                .fields(row.payload().model())
                .names()
                .forEach(field -> fields.add("`" + field + "`"
                        + star(row.payload().required().contains(field)
                                || row.text()
                                        .filter(text -> text.required()
                                                && text.wireName().equals(field))
                                        .isPresent())));
        return names + "; " + row.payload().model().getSimpleName() + ": " + fields;
    }

    private static String star(boolean required) {
        return required ? "*" : "";
    }

    private static String result(Operation row) {
        Result result = row.result();
        if (result.form() == Result.Form.NOTHING) {
            return "–";
        }
        if (row.can(Role.STREAM_CONSUMER)) {
            return result.type().getSimpleName() + ", one exchange each";
        }
        String name = result.type().getSimpleName();
        return (result.form() == Result.Form.LIST ? "list of " + name : name) + (row.paged() ? ", paged" : "");
    }

    // ---- Options and headers ----

    private static String catalog(String part, String head) throws Exception {
        StringBuilder out = new StringBuilder("[cols=\"2,1,5\",options=\"header\"]\n|===\n").append(head);
        try (InputStream in = DocsTest.class.getResourceAsStream(CATALOG)) {
            JsonNode entries = Json.standard().tree(in.readAllBytes()).path(part);
            entries.fields().forEachRemaining(entry -> {
                JsonNode option = entry.getValue();
                String second = part.equals("headers") ? option.path("javaType").asText() : byDefault(option);
                out.append("\n| `")
                        .append(entry.getKey())
                        .append("`\n| ")
                        .append(second)
                        .append('\n');
                out.append("| ")
                        .append(option.path("description").asText().replace("|", "\\|"))
                        .append('\n');
            });
        }
        return out.append("|===\n").toString();
    }

    private static String byDefault(JsonNode option) {
        // The generator says false for every flag; a filter that is not given is not sent.
        boolean filter = option.path("description").asText().startsWith("Lists ");
        return filter ? "" : option.path("defaultValue").asText();
    }

    // ---- What stands in the text ----

    @Test
    void everyUriOfTheDocsCanBeUsed() throws Exception {
        // given
        List<String> uris = new ArrayList<>();
        for (Path page : List.of(PAGE, README)) {
            Matcher found = URI_IN_TEXT.matcher(Files.readString(page, StandardCharsets.UTF_8));
            while (found.find()) {
                uris.add(found.group(1));
            }
        }

        // when, then
        try (CallTestSupport rig = new CallTestSupport()) {
            for (String uri : uris) {
                assertThat(rig.context.getEndpoint(uri, BimpeaiEndpoint.class))
                        .as(uri)
                        .isNotNull();
            }
        }
        assertThat(uris)
                .hasSizeGreaterThanOrEqualTo(2 * BimpeaiOperations.TABLE.all().size());
    }

    @Test
    void theFirstRouteOfTheDocsAnswers() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("bimpeai:messages/stream?conversationId=*&roles=customer")
                            .setBody(simple("You said: ${body.message}"))
                            .to("bimpeai:messages/send");
                }
            });
            rig.start();
            rig.awaitOpen();

            // when
            rig.say(1, 1);

            // then
            StreamTestSupport.await(() -> !rig.server.replies(rig.conversation).isEmpty());
            assertThat(rig.server.replies(rig.conversation)).containsExactly("You said: t1");
        }
    }
}
