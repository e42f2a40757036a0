/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java processes with the class path of the tests. */
final class ForkedJvm {

    private ForkedJvm() {}

    /** Says everything into one file. */
    static ProcessBuilder java(Path output, List<String> options, Class<?> main, String... arguments) {
        return java(System.getProperty("java.class.path"), options, main, arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    }

    static ProcessBuilder java(String classPath, List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
