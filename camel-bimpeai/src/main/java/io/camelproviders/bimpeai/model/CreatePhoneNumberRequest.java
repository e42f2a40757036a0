/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String businessName;
        private @Nullable String intendedUse;
        private @Nullable String region;
        private @Nullable Integer agentCount;
        private @Nullable Integer outboundMinutes;
        private @Nullable String submittedByAgentId;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets name of the business. */
        public Builder businessName(String value) {
            this.businessName = value;
            return this;
        }

        /** Sets what the number is for. */
        public Builder intendedUse(String value) {
            this.intendedUse = value;
            return this;
        }

        /** Sets {@code us}, {@code uk}, {@code eu} or {@code ng}. */
        public Builder region(String value) {
            this.region = value;
            return this;
        }

        /** Sets agents that shall use it. */
        public Builder agentCount(Integer value) {
            this.agentCount = value;
            return this;
        }

        /** Sets minutes that it shall call. */
        public Builder outboundMinutes(Integer value) {
            this.outboundMinutes = value;
            return this;
        }

        /** Sets agent that asks. */
        public Builder submittedByAgentId(String value) {
            this.submittedByAgentId = value;
            return this;
        }

        /** Sets a field that this library does not know, or an explicit null. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public Builder additional(String wireName, @Nullable Object value) {
            additional.put(wireName, value);
            return this;
        }

        /** The record. */
        public CreatePhoneNumberRequest build() {
            return new CreatePhoneNumberRequest(
                    businessName, intendedUse, region, agentCount, outboundMinutes, submittedByAgentId, additional);
        }
    }
}
