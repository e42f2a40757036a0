/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Settings of the example.
 *
 * @param yaml the route comes from the YAML file instead of Java
 * @param forever runs until it is stopped
 * @param directory where offsets and the data of the fake provider are stored
 * @param messages how many messages the customers write in a run
 * @param pause between two messages
 * @param outage how long the fake provider is down when it restarts
 */
record Settings(boolean yaml, boolean forever, Path directory, int messages, Duration pause, Duration outage) {

    static final String USAGE = """
            Arguments:
              --java       define the route in Java (default)
              --yaml       define the route in YAML
              --forever    run until Ctrl+C
              --data=DIR   directory for offsets (default: data/answer-customers)
            With BIMPEAI_API_KEY and BIMPEAI_AGENT_ID in the environment it connects to BimpeAI and runs until Ctrl+C.
            BIMPEAI_BASE_URL overrides its address.""";

    /** @throws IllegalArgumentException if an argument is unknown */
    static Settings of(List<String> arguments) {
        boolean yaml = false;
        boolean forever = false;
        Path directory = Path.of("data", "answer-customers");
        for (String argument : arguments) {
            if (argument.startsWith("--data=")) {
                directory = Path.of(argument.substring("--data=".length()));
                continue;
            }
            switch (argument) {
                case "--yaml" -> yaml = true;
                case "--java" -> yaml = false;
                case "--forever" -> forever = true;
                default -> throw new IllegalArgumentException("Unknown argument " + argument);
            }
        }
        return new Settings(yaml, forever, directory, 45, Duration.ofMillis(330), Duration.ofSeconds(2));
    }
}
