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
 * Body of agents/create, where workflow, name and description are required, and of agents/update, where all is optional.
 *
 * @param workflowId workflow it follows
 * @param name its name
 * @param description what it is for
 * @param language language it speaks
 * @param persona {@code professional}, {@code friendly} or {@code concise}
 * @param timezone its time zone
 * @param logo where its logo lies
 * @param businessName name of the business
 * @param businessAddress address of the business
 * @param businessEmail mail address of the business
 * @param businessDescription what the business does
 * @param escalationEmail who is asked when it cannot answer
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record CreateAgent(
        @Nullable String workflowId,
        @Nullable String name,
        @Nullable String description,
        @Nullable String language,
        @Nullable String persona,
        @Nullable String timezone,
        @Nullable String logo,
        @Nullable String businessName,
        @Nullable String businessAddress,
        @Nullable String businessEmail,
        @Nullable String businessDescription,
        @Nullable String escalationEmail,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public CreateAgent {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String workflowId;
        private @Nullable String name;
        private @Nullable String description;
        private @Nullable String language;
        private @Nullable String persona;
        private @Nullable String timezone;
        private @Nullable String logo;
        private @Nullable String businessName;
        private @Nullable String businessAddress;
        private @Nullable String businessEmail;
        private @Nullable String businessDescription;
        private @Nullable String escalationEmail;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets workflow it follows. */
        public Builder workflowId(String value) {
            this.workflowId = value;
            return this;
        }

        /** Sets its name. */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** Sets what it is for. */
        public Builder description(String value) {
            this.description = value;
            return this;
        }

        /** Sets language it speaks. */
        public Builder language(String value) {
            this.language = value;
            return this;
        }

        /** Sets {@code professional}, {@code friendly} or {@code concise}. */
        public Builder persona(String value) {
            this.persona = value;
            return this;
        }

        /** Sets its time zone. */
        public Builder timezone(String value) {
            this.timezone = value;
            return this;
        }

        /** Sets where its logo lies. */
        public Builder logo(String value) {
            this.logo = value;
            return this;
        }

        /** Sets name of the business. */
        public Builder businessName(String value) {
            this.businessName = value;
            return this;
        }

        /** Sets address of the business. */
        public Builder businessAddress(String value) {
            this.businessAddress = value;
            return this;
        }

        /** Sets mail address of the business. */
        public Builder businessEmail(String value) {
            this.businessEmail = value;
            return this;
        }

        /** Sets what the business does. */
        public Builder businessDescription(String value) {
            this.businessDescription = value;
            return this;
        }

        /** Sets who is asked when it cannot answer. */
        public Builder escalationEmail(String value) {
            this.escalationEmail = value;
            return this;
        }

        /** Sets a field that this library does not know, or an explicit null. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public Builder additional(String wireName, @Nullable Object value) {
            additional.put(wireName, value);
            return this;
        }

        /** The record. */
        public CreateAgent build() {
            return new CreateAgent(
                    workflowId,
                    name,
                    description,
                    language,
                    persona,
                    timezone,
                    logo,
                    businessName,
                    businessAddress,
                    businessEmail,
                    businessDescription,
                    escalationEmail,
                    additional);
        }
    }
}
