/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Options that were renamed: the old name still works and is reported once. */
final class OptionAliases {

    private static final Logger LOG = LoggerFactory.getLogger(OptionAliases.class);
    private static final Map<String, String> RENAMED = Map.of("skipown", "skipSent");

    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /** The current name of an option, in whatever spelling the old one was given. */
    String current(String name) {
        String renamed =
                RENAMED.get(name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", ""));
        if (renamed == null) {
            return name;
        }
        if (reported.add(name)) {
            LOG.warn("The option {} is now called {}; the old name will be removed", name, renamed);
        }
        return renamed;
    }

    /** The options of an endpoint under their current names. */
    Map<String, Object> current(Map<String, Object> options) {
        Map<String, Object> current = new LinkedHashMap<>();
        options.forEach((name, value) -> current.put(current(name), value));
        return current;
    }
}
