/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FakeProvidersMainTest {

    @Test
    void startsAllFourAndPrintsHowToUseThem() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeProvidersMain.class.getName(),
                        "--free-ports")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader()) {
            // when
            List<String> lines = new ArrayList<>();
            for (String line = out.readLine(); line != null && !line.contains("Ctrl+C"); line = out.readLine()) {
                lines.add(line.strip());
            }

            // then
            for (String scheme : List.of("igpt", "bimpeai", "chatroutes", "qgpt")) {
                String prefix = "camel.component." + scheme + ".base-url = ";
                String url = lines.stream()
                        .filter(line -> line.startsWith(prefix))
                        .findFirst()
                        .orElseThrow();
                int port = URI.create(url.substring(prefix.length())).getPort();
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    assertThat(socket.isConnected()).isTrue();
                }
            }
            assertThat(lines).anyMatch(line -> line.startsWith("BimpeAI agent a_"));
        } finally {
            process.destroyForcibly();
        }
    }
}
