/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Answers every message of every customer of a BimpeAI agent until Ctrl+C. Reads the key and the agent from the environment variables {@code
 * BIMPEAI_API_KEY} and {@code BIMPEAI_AGENT_ID}; without a key it runs a short {@link Demonstration} instead.
 */
@SpringBootApplication
public class AnswerCustomersApplication {

    /** Ends the process with status 0 when the demonstration answered everything. */
    public static void main(String[] args) throws Exception {
        SpringApplication application = new SpringApplication(AnswerCustomersApplication.class);
        if (System.getenv("BIMPEAI_API_KEY") == null) {
            System.exit(Demonstration.run(application, args));
        }
        application.run(args);
    }
}
