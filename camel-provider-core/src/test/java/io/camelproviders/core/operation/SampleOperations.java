/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.ProviderResponse;
import io.camelproviders.core.json.SnakeCase;
import io.camelproviders.core.retry.RetrySafety;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small provider for the tests of this room. */
final class SampleOperations {

    private SampleOperations() {}

    /** A request record. */
    @SnakeCase
    record Send(
            @Nullable String message,
            @Nullable String role,
            @Nullable Integer maxTokens,
            @Nullable Auth authConfig,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {
        Send {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /** A record in a record. */
    @SnakeCase
    record Auth(@Nullable String headerName, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {
        Auth {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /** A response. */
    record Thing(String id, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {
        Thing {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /** A response with an obvious text. */
    record Reply(
            String text,
            @Nullable String role,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel, ProviderResponse {
        Reply {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    static final Operation SEND = Operation.builder("POST", "messages/send", "/agents/{agentId}/c/{conversationId}")
            .title("Sends.")
            .body(Send.class)
            .text("message")
            .repeat(RetrySafety.KEYED)
            .returns(Thing.class)
            .build();

    static final Operation LIST = Operation.get("messages/list", "/agents/{agentId}/messages")
            .title("Lists.")
            .query("page", Integer.class)
            .query("limit", Integer.class)
            .query("search", String.class)
            .query("is_test", Boolean.class)
            .query("after", String.class)
            .list(Thing.class)
            .paged()
            .build();

    static final Operation CREATE = Operation.builder("POST", "things/create", "/things")
            .title("Creates.")
            .body(Send.class, "role")
            .field("user", String.class)
            .repeat(RetrySafety.UNSAFE)
            .raw()
            .build();

    static final Operation MERGE = Operation.builder("POST", "things/merge", "/things/{thingId}/merge")
            .title("Merges.")
            .optionalBody(Map.class)
            .build();

    static final Operation UPDATE = Operation.builder("PATCH", "things/update", "/things/{thingId}")
            .title("Updates.")
            .body(Send.class)
            .field("max_tokens", Integer.class)
            .returns(Thing.class)
            .build();

    static final Operation ASK = Operation.builder("POST", "recall/ask", "/ask")
            .title("Asks.")
            .body(Map.class)
            .text("input")
            .field("user", String.class)
            .field("quality", String.class)
            .field("max_results", Integer.class)
            .raw("output")
            .build();

    static final Operation SEARCH = Operation.builder("POST", "recall/search", "/search")
            .title("Searches.")
            .body(Map.class)
            .optionalText("query")
            .field("user", String.class)
            .raw()
            .build();

    static final Operation GET_CODE = Operation.get("things/get-test-code", "/things/{thingId}/code")
            .title("Gets the code.")
            .returns(Thing.class)
            .build();

    static final OperationTable TABLE =
            OperationTable.of(List.of(SEND, LIST, CREATE, MERGE, UPDATE, ASK, SEARCH, GET_CODE));
}
