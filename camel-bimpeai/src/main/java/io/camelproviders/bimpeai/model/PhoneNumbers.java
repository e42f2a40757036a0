/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: phone numbers. */
public final class PhoneNumbers {

    private PhoneNumbers() {}

    /**
     * A telephone number in a list.
     *
     * @param id its id
     * @param agentId agent it belongs to
     * @param label its label
     * @param e164 the number in E.164 form
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record PhoneNumber(
            String id,
            @Nullable String agentId,
            @Nullable String label,
            String e164,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public PhoneNumber {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A telephone number.
     *
     * @param id its id
     * @param agentId agent it belongs to
     * @param label its label
     * @param e164 the number in E.164 form
     * @param createdAt ISO-8601 text
     * @param updatedAt ISO-8601 text
     * @param inboundEnabled whether it takes calls
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record PhoneNumberDetail(
            String id,
            @Nullable String agentId,
            @Nullable String label,
            String e164,
            String createdAt,
            String updatedAt,
            boolean inboundEnabled,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public PhoneNumberDetail {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of phone-numbers/update; all optional.
     *
     * @param agentId agent it shall belong to
     * @param label its label
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record UpdatePhoneNumber(
            @Nullable String agentId,
            @Nullable String label,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

        public UpdatePhoneNumber {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Gives the number to an agent. */
        public static UpdatePhoneNumber assignedTo(String agentId) {
            return new UpdatePhoneNumber(agentId, null, Map.of());
        }

        /** Takes the number from its agent: an explicit null is sent. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public static UpdatePhoneNumber unassigned() {
            return new UpdatePhoneNumber(null, null, java.util.Collections.singletonMap("agent_id", null));
        }
    }

    /**
     * A request for telephone numbers.
     *
     * @param id its id
     * @param status {@code under_review} for example; an open set
     * @param businessName name of the business
     * @param intendedUse what the number is for
     * @param region {@code us}, {@code uk}, {@code eu} or {@code ng}; others are kept
     * @param agentCount agents that shall use it
     * @param outboundMinutes minutes that it shall call
     * @param e164 the number, once there is one
     * @param agentId agent it belongs to
     * @param label its label
     * @param createdAt ISO-8601 text
     * @param updatedAt ISO-8601 text
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record PhoneNumberRequest(
            String id,
            @Nullable String status,
            @Nullable String businessName,
            @Nullable String intendedUse,
            @Nullable String region,
            @Nullable Integer agentCount,
            @Nullable Integer outboundMinutes,
            @Nullable String e164,
            @Nullable String agentId,
            @Nullable String label,
            @Nullable String createdAt,
            @Nullable String updatedAt,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public PhoneNumberRequest {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of phone-number-requests/create.
     *
     * @param businessName name of the business
     * @param intendedUse what the number is for
     * @param region {@code us}, {@code uk}, {@code eu} or {@code ng}
     * @param agentCount agents that shall use it
     * @param outboundMinutes minutes that it shall call
     * @param submittedByAgentId agent that asks
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    @Builder
    public record CreatePhoneNumberRequest(
            @Nullable String businessName,
            @Nullable String intendedUse,
            @Nullable String region,
            @Nullable Integer agentCount,
            @Nullable Integer outboundMinutes,
            @Nullable String submittedByAgentId,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public CreatePhoneNumberRequest {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static CreatePhoneNumberRequestBuilder builder() {
            return CreatePhoneNumberRequestBuilder.createPhoneNumberRequest();
        }
    }
}
