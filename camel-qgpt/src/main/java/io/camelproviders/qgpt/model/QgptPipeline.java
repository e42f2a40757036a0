/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The pipelines of Pieces OS by name. */
public enum QgptPipeline {
    CODE_EXPLANATION(true),
    CODE_COMMENTATION(true),
    CODE_FIX(true),
    CODE_MODIFICATION(true),
    CODE_COMPLETION(true),
    CONTEXTUALIZED_CODE_GENERATION(false),
    GENERALIZED_CODE_DIALOG(false),
    CONTEXTUALIZED_CODE_DIALOG(false),
    /** Asks the long-term memory. */
    CONTEXTUALIZED_CODE_WORKSTREAM_DIALOG(false);

    private final boolean task;

    QgptPipeline(boolean task) {
        this.task = task;
    }

    /** Its name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the inputs take it. */
    public QgptPromptPipeline prompt() {
        Map<String, Object> chosen = Map.of(wireName(), Map.of());
        return task ? new QgptPromptPipeline(chosen, null, Map.of()) : new QgptPromptPipeline(null, chosen, Map.of());
    }

    static QgptPipeline named(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(pipeline -> plain(pipeline.name()).equals(plain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no pipeline of that name; there are "
                        + Arrays.stream(values()).map(QgptPipeline::wireName).toList()));
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
