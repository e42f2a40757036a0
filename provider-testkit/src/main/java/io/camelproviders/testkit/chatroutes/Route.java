/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A method and a path, and what happens there.
 *
 * @param method HTTP method
 * @param template segments; those in braces stand for ids
 * @param work makes the answer
 * @param open whether it needs no Authorization
 */
record Route(String method, List<String> template, Function<Call, Reply> work, boolean open) {

    static Route of(String method, String path, Function<Call, Reply> work) {
        return new Route(method, List.of(path.substring(1).split("/", -1)), work, false);
    }

    Route forAll() {
        return new Route(method, template, work, true);
    }

    /** The ids of a path that fits. */
    Optional<Map<String, String>> fits(String verb, List<String> segments) {
        if (!verb.equals(method) || segments.size() != template.size()) {
            return Optional.empty();
        }
        Map<String, String> ids = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String part = template.get(i);
            if (part.startsWith("{")) {
                ids.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }
}
