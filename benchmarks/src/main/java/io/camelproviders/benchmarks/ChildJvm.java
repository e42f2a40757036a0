/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A main class in a process of its own, with this one's class path. It takes orders on its standard input, one a line, says what it has to say one line
 * at a time, and ends when its input does.
 */
final class ChildJvm implements AutoCloseable {

    private final String name;
    private final Process process;
    private final Writer orders;
    private final BufferedReader told;

    ChildJvm(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        name = main.getSimpleName();
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = process.outputWriter(StandardCharsets.UTF_8);
        told = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The words of the next line that it says; waits for it. */
    List<String> told() throws IOException {
        String line = told.readLine();
        if (line == null) {
            throw new IOException("The process of " + name + " has ended");
        }
        return List.of(line.split(" ", -1));
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
