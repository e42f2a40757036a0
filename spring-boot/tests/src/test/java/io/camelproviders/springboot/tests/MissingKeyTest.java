/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Without a starter Spring Boot ignores the properties, so "apiKey is missing" tells which dependency is missing. */
class MissingKeyTest {

    private static final List<String> URIS =
            List.of("igpt:recall/ask", "bimpeai:messages/send", "chatroutes:messages/send");

    @Test
    void namesTheStarterThatIsNotThere() throws Exception {
        // when
        String told = outputWithoutStarters();
        // then
        for (String scheme : List.of("igpt", "bimpeai", "chatroutes")) {
            assertThat(told)
                    .contains("apiKey is missing; set camel.component." + scheme + ".api-key")
                    .contains("Spring Boot ignores camel.component." + scheme
                            + ".* without the dependency io.camelproviders:camel-" + scheme + "-starter");
        }
    }

    @Test
    void doesNotNameAStarterThatIsThere() {
        try (ConfigurableApplicationContext application = Applications.quiet()) {
            // when
            String told = failures(application);
            // then
            assertThat(told).contains("camel.component.bimpeai.api-key").doesNotContain("starter");
        }
    }

    /** Runs {@link #main} on this class path less the starters. */
    private static String outputWithoutStarters() throws Exception {
        String full = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String without = Arrays.stream(full.split(File.pathSeparator, -1))
                .filter(entry -> !entry.matches(".*camel-(igpt|bimpeai|chatroutes|qgpt)-starter.*"))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(without).isNotEqualTo(full);
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        Process process = new ProcessBuilder(
                        java, "-XX:TieredStopAtLevel=1", "-cp", without, MissingKeyTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    /** An application whose keys are in its properties, where Spring Boot ignores them. */
    public static void main(String[] args) {
        try (ConfigurableApplicationContext application = Applications.quiet(
                "camel.component.igpt.api-key=K",
                "camel.component.bimpeai.api-key=K",
                "camel.component.chatroutes.api-key=K")) {
            System.out.println(failures(application));
        }
    }

    private static String failures(ConfigurableApplicationContext application) {
        CamelContext context = application.getBean(CamelContext.class);
        return URIS.stream().map(uri -> failure(context, uri)).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String failure(CamelContext context, String uri) {
        try {
            return "created " + context.getEndpoint(uri);
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }
}
