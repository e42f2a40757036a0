/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the calls that one message caused at each place, for all copies of its exchange: a sub-route that is called twice
 * makes two calls. A call that failed and is redelivered by Camel keeps its number, whatever words it sends now.
 * Thread-safe; the lock guards the maps alone.
 */
final class CallCount {

    private final Map<List<String>, Integer> next = new HashMap<>();
    private final Map<List<String>, Integer> failed = new HashMap<>();

    /**
     * One call.
     *
     * @param place everything that the key is derived from but the number
     * @param ordinal number of the call among those with the same place, from 0
     */
    record Position(List<String> place, int ordinal) {

        List<String> parts() {
            List<String> parts = new ArrayList<>(place);
            parts.add(Integer.toString(ordinal));
            return parts;
        }
    }

    synchronized Position next(List<String> place, boolean redelivered) {
        Integer repeated = redelivered ? failed.remove(place) : null;
        int ordinal = repeated == null ? next.merge(place, 1, Integer::sum) - 1 : repeated;
        return new Position(place, ordinal);
    }

    synchronized void failed(Position call) {
        failed.put(call.place(), call.ordinal());
    }

    synchronized void succeeded(Position call) {
        failed.remove(call.place(), call.ordinal());
    }
}
