/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A {@link Provider} in a process of its own, and what it said when it was ready. */
final class ProviderProcess implements AutoCloseable {

    private final Process process;
    private final Writer orders;
    private final List<String> address;

    ProviderProcess(int conversations, int heartbeatSeconds) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Provider.class.getName(),
                        Integer.toString(conversations),
                        Integer.toString(heartbeatSeconds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader told = process.inputReader(StandardCharsets.UTF_8);
        String line = told.readLine();
        if (line == null) {
            throw new IOException("The fake provider did not start");
        }
        address = List.of(line.split(" ", -1));
    }

    String baseUrl() {
        return address.get(0);
    }

    String apiKey() {
        return address.get(1);
    }

    String agentId() {
        return address.get(2);
    }

    void order(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
    }

    @Override
    public void close() throws IOException {
        orders.close();
        process.destroy();
    }
}
