/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers the customers of a BimpeAI agent: every message of every conversation goes through a route, which sends a reply into the same conversation.
 *
 * <p>Without an API key it runs for about 15 seconds against an embedded fake provider whose network fails, and ends with a summary: status 0 if no message
 * was lost or duplicated and all were answered. With {@code BIMPEAI_API_KEY} and {@code BIMPEAI_AGENT_ID} it runs on BimpeAI until Ctrl+C.
 */
public final class AnswerCustomers {

    private static final String API_KEY = "BIMPEAI_API_KEY";
    private static final String AGENT_ID = "BIMPEAI_AGENT_ID";
    private static final String BASE_URL = "BIMPEAI_BASE_URL";

    private AnswerCustomers() {}

    /** Exit status: 0 for success, 1 if a message was lost or duplicated, 2 if the arguments or the environment are wrong. */
    public static void main(String[] args) throws Exception {
        System.exit(run(words(args), new EventLog(System.out)));
    }

    /** One argument may hold several words: some launchers can pass only one. */
    private static List<String> words(String[] args) {
        List<String> words = new ArrayList<>();
        for (String arg : args) {
            Arrays.stream(arg.strip().split("\\s+", -1))
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
        }
        return words;
    }

    private static int run(List<String> words, EventLog log) throws Exception {
        Settings settings;
        try {
            settings = Settings.of(words);
        } catch (IllegalArgumentException e) {
            log.line(e.getMessage() + System.lineSeparator() + Settings.USAGE);
            return 2;
        }
        return given(API_KEY) ? live(settings, log) : simulate(settings, log);
    }

    private static int simulate(Settings settings, EventLog log) throws InterruptedException {
        FaultScenario scenario = new FaultScenario(settings, log);
        if (settings.forever()) {
            // Prints the summary before the process ends.
            Runtime.getRuntime().addShutdownHook(new Thread(scenario::end, "end-at-signal"));
        }
        Summary summary = scenario.run();
        return summary.good() ? 0 : 1;
    }

    private static int live(Settings settings, EventLog log) throws Exception {
        if (!given(AGENT_ID)) {
            log.line(API_KEY + " is set but " + AGENT_ID + " is not: set it to the id of the agent"
                    + " whose customers you want to answer.");
            return 2;
        }
        Map<String, String> options = new LinkedHashMap<>();
        // Camel reads the environment itself; neither value passes through this program.
        options.put("apiKey", "{{env:" + API_KEY + "}}");
        options.put("agentId", "{{env:" + AGENT_ID + "}}");
        if (given(BASE_URL)) {
            options.put("baseUrl", "{{env:" + BASE_URL + "}}");
        }
        log.line("Answering the customers of agent " + System.getenv(AGENT_ID) + " until Ctrl+C. Offsets: "
                + settings.directory());
        new Application(settings, new Shop(log), options).run();
        return 0;
    }

    private static boolean given(String name) {
        String value = System.getenv(name);
        return value != null && !value.isBlank();
    }
}
