/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A good answer before it is put into its envelope. */
record Reply(
        int status,
        String message,
        @Nullable JsonNode data,
        @Nullable ObjectNode meta) {

    static Reply ok(JsonNode data) {
        return new Reply(200, "ok", data, null);
    }

    static Reply created(JsonNode data) {
        return new Reply(201, "ok", data, null);
    }

    static Reply deleted() {
        return new Reply(200, "deleted", null, null);
    }

    ObjectNode envelope() {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("message", message);
        envelope.set("data", data == null ? JsonNodeFactory.instance.nullNode() : data);
        if (meta != null) {
            envelope.set("meta", meta);
        }
        return envelope;
    }
}
