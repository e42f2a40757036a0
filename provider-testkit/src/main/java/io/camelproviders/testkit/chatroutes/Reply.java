/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import java.util.Map;

/**
 * What a well-behaved answer holds, before its envelope.
 *
 * @param status HTTP status
 * @param key name below {@code data}, or empty if the value itself is the data
 * @param value the payload
 * @param beside further fields that stand beside the key: paging
 * @param bare whether there is no envelope whatever was selected
 */
record Reply(int status, String key, Object value, Map<String, Object> beside, boolean bare) {

    static Reply ok(String key, Object value) {
        return new Reply(200, key, value, Map.of(), false);
    }

    static Reply created(String key, Object value) {
        return new Reply(201, key, value, Map.of(), false);
    }

    static Reply data(Object value) {
        return new Reply(200, "", value, Map.of(), false);
    }
}
