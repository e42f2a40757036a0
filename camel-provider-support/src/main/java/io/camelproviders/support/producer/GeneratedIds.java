/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import java.util.regex.Pattern;

/** Tells ids that Camel generated: a short name and a number. */
final class GeneratedIds {

    private static final Pattern NODE = Pattern.compile("[a-zA-Z]+-?\\d+");
    private static final Pattern ROUTE = Pattern.compile("route-?\\d+");

    private GeneratedIds() {}

    static boolean isNode(String id) {
        return NODE.matcher(id).matches();
    }

    static boolean isRoute(String id) {
        return ROUTE.matcher(id).matches();
    }
}
