/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.agenttools;

import java.util.List;

/**
 * A value that the model gives to a tool.
 *
 * @param name name in the tool's schema, and of the header that the ai-tool component sets
 * @param type {@code string}, {@code integer}, {@code number} or {@code boolean}
 * @param description one sentence for the model
 * @param required whether the call fails without it
 * @param values allowed values; empty if any
 * @param header header that the component reads it from; empty if it goes into the request body under its name
 */
record Argument(String name, String type, String description, boolean required, List<String> values, String header) {

    boolean inBody() {
        return header.isEmpty();
    }
}
