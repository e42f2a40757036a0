/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages of {@code /qgpt/stream} as the server writes them. */
final class QgptOutputs {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private QgptOutputs() {}

    static ObjectNode output(@Nullable String request, String conversation, @Nullable String status) {
        ObjectNode output = JSON.objectNode();
        if (request != null) {
            output.put("request", request);
        }
        output.put("conversation", conversation);
        if (status != null) {
            output.put("status", status);
        }
        return output;
    }

    static ObjectNode text(ObjectNode output, String... texts) {
        ArrayNode answers = output.putObject("question").putObject("answers").putArray("iterable");
        for (String text : texts) {
            answers.addObject().put("score", 1).put("text", text);
        }
        return output;
    }

    static ObjectNode completed(ObjectNode output) {
        output.put("statusCode", 200);
        output.putObject("agentRoutes").putObject("related").put("people", false);
        return output;
    }

    static ObjectNode failed(ObjectNode output, int status, @Nullable String message) {
        return output.put("statusCode", status).put("errorMessage", message);
    }

    static ObjectNode relevance(ObjectNode output, List<Map<String, Object>> found) {
        output.putObject("relevance").putObject("relevant").set("iterable", Json.convert(found, ArrayNode.class));
        return output;
    }

    static ObjectNode migration(ObjectNode output) {
        output.putObject("migration")
                .put("totalItems", 10)
                .put("processedItems", 3)
                .put("percentComplete", 30.5)
                .put("currentStage", "assets")
                .put("readable", "3 of 10")
                .put("status", "RUNNING");
        return output;
    }

    static ObjectNode withNulls(ObjectNode output) {
        output.putNull("statusCode");
        output.putNull("errorMessage");
        output.putNull("relevance");
        output.putNull("extracted");
        output.putObject("schema").put("migration", 0).put("semantic", "MAJOR_0_MINOR_0_PATCH_1");
        return output.put("tomorrow", true);
    }
}
