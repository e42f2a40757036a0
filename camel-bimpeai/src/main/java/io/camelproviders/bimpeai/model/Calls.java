/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.bimpeai.model.Messages.Message;
import io.camelproviders.core.json.ObjectsOnly;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and responses: calls. */
public final class Calls {

    private Calls() {}

    /**
     * A call in a list.
     *
     * @param id its id
     * @param source number that calls
     * @param destination number that is called
     * @param status from {@code queued} over {@code ringing} to {@code ended}, or {@code busy}, {@code failed}, {@code cancelled}; others are kept
     * @param direction its direction
     * @param createdOn ISO-8601 text
     * @param durationSeconds how long it lasted
     * @param isTestCall whether it is a test
     * @param errorReason why it failed
     * @param endReason why it ended
     * @param ringingAt ISO-8601 text
     * @param endedAt ISO-8601 text
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record Call(
            String id,
            @Nullable String source,
            String destination,
            String status,
            String direction,
            String createdOn,
            @Nullable Integer durationSeconds,
            boolean isTestCall,
            @Nullable String errorReason,
            @Nullable String endReason,
            @Nullable String ringingAt,
            @Nullable String endedAt,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Call {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A call with what was said.
     *
     * @param id its id
     * @param source number that calls
     * @param destination number that is called
     * @param status from {@code queued} over {@code ringing} to {@code ended}, or {@code busy}, {@code failed}, {@code cancelled}; others are kept
     * @param direction its direction
     * @param createdOn ISO-8601 text
     * @param durationSeconds how long it lasted
     * @param isTestCall whether it is a test
     * @param errorReason why it failed
     * @param endReason why it ended
     * @param ringingAt ISO-8601 text
     * @param endedAt ISO-8601 text
     * @param startedAt ISO-8601 text
     * @param answeredAt ISO-8601 text
     * @param conversationLogs what was said
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record CallDetail(
            String id,
            @Nullable String source,
            String destination,
            String status,
            String direction,
            String createdOn,
            @Nullable Integer durationSeconds,
            boolean isTestCall,
            @Nullable String errorReason,
            @Nullable String endReason,
            @Nullable String ringingAt,
            @Nullable String endedAt,
            @Nullable String startedAt,
            @Nullable String answeredAt,
            @ObjectsOnly List<Message> conversationLogs,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public CallDetail {
            conversationLogs = ProviderModel.items(conversationLogs);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * What became of a call that was made.
     *
     * @param status {@code initiated}, {@code busy} or {@code failed}; others are kept
     * @param callId id of the call
     * @param detail what happened
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record CallOutcome(
            String status,
            @Nullable String callId,
            @Nullable String detail,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public CallOutcome {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of calls/make.
     *
     * @param destination number to call, in E.164 form
     * @param isTestCall whether it is a test
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record MakeCall(
            String destination,
            boolean isTestCall,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

        public MakeCall {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** A call to a number. */
        public static MakeCall of(String destination, boolean isTestCall) {
            return new MakeCall(destination, isTestCall, Map.of());
        }
    }
}
