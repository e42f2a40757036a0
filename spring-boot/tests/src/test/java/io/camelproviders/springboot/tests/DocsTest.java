/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import javax.tools.ToolProvider;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages about Spring Boot and dependencies say what the build and the tests do. */
class DocsTest {

    private static final String PAGE = "docs/spring-boot.md";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"docs/dependencies.md, 4", "docs/spring-boot.md, 1"})
    void showsDependenciesThatTheBuildUses(String page, int expected) throws Exception {
        // when
        List<MatchResult> blocks = Documents.testedPoms(page);
        // then
        assertThat(blocks).hasSize(expected);
        for (MatchResult block : blocks) {
            Pom shown = Pom.of(block.group(2));
            List<String> managed = new ArrayList<>();
            List<String> used = new ArrayList<>();
            Map<String, String> properties =
                    new LinkedHashMap<>(Pom.file("pom.xml").properties());
            properties.put("project.version", Pom.file("pom.xml").version());
            for (String path : block.group(1).split(" ", -1)) {
                Pom pom = Pom.file(path);
                properties.putAll(pom.properties());
                managed.addAll(pom.managed());
                used.addAll(pom.dependencies());
            }
            managed.replaceAll(one -> resolved(one, properties));
            // The project manages its own artifacts without its BOM where nobody else does.
            managed.add("io.camelproviders:camel-providers-bom:" + properties.get("project.version"));
            assertThat(managed).as(block.group(1)).containsSubsequence(shown.managed());
            assertThat(used).as(block.group(1)).containsAll(shown.dependencies());
        }
    }

    @Test
    void showsPropertiesThatApplicationsTake() throws Exception {
        for (String block : Documents.blocks(PAGE, "properties")) {
            // given
            Path file = Files.writeString(directory.resolve("shown.properties"), block);
            // when
            try (ConfigurableApplicationContext application = Applications.quiet(
                    "spring.config.additional-location=" + file,
                    "BIMPEAI_API_KEY=K",
                    "BIMPEAI_AGENT_ID=A",
                    "IGPT_API_KEY=K",
                    "CHATROUTES_API_KEY=K")) {
                CamelContext camel = application.getBean(CamelContext.class);
                // then
                for (String scheme : List.of("igpt", "bimpeai", "chatroutes", "qgpt")) {
                    assertThat(camel.getComponent(scheme)).isNotNull();
                }
            }
        }
    }

    /** The quick start as a user does it: the file and the properties of the page, in a directory and a process of their own. */
    @Test
    void theApplicationOfTheQuickStartAnswers() throws Exception {
        // given
        Path source = directory.resolve("shop/Shop.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, Documents.blocks(PAGE, "java").get(0));
        Files.writeString(
                directory.resolve("application.properties"),
                Documents.blocks(PAGE, "properties").get(0));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, source.toString());
        assertThat(compiled).isZero();
        try (FakeBimpeaiServer server = FakeBimpeaiServer.start()) {
            String agent = server.addAgent();
            String conversation = server.addConversation(agent);
            // when
            Process shop = run(server, agent, classPath);
            try {
                Awaitility.await().atMost(PATIENCE).until(() -> server.openStreams() > 0 || !shop.isAlive());
                server.customerSays(conversation, "Hello");
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> !server.replies(conversation).isEmpty() || !shop.isAlive());
            } finally {
                shop.destroy();
            }
            // then
            assertThat(shop.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(server.replies(conversation))
                    .as(Files.readString(directory.resolve("log")))
                    .containsExactly("Thank you, we have read: Hello");
        }
    }

    private Process run(FakeBimpeaiServer server, String agent, String classPath) throws Exception {
        ProcessBuilder shop = new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                directory + File.pathSeparator + classPath,
                "shop.Shop",
                "--server.port=0",
                "--camel.component.bimpeai.base-url=" + server.baseUrl());
        shop.environment().put("BIMPEAI_API_KEY", server.apiKey());
        shop.environment().put("BIMPEAI_AGENT_ID", agent);
        return shop.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    private static String resolved(String text, Map<String, String> properties) {
        String resolved = text;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            resolved = resolved.replace("${" + property.getKey() + "}", property.getValue());
        }
        return resolved;
    }
}
