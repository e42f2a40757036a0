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
 * Body of bimpeai-integrations/configure. Its secrets are printed nowhere.
 *
 * @param type {@code bumpa}, {@code google_calendar}, {@code google_sheets}, {@code paystack} or {@code stripe}
 * @param token secret token
 * @param publicKey public key
 * @param secretKey secret key
 * @param currency currency
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record ConfigureBimpeaiIntegration(
        @Nullable String type,
        @Nullable String token,
        @Nullable String publicKey,
        @Nullable String secretKey,
        @Nullable String currency,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public ConfigureBimpeaiIntegration {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ConfigureBimpeaiIntegration[type=" + type + "]";
    }

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String type;
        private @Nullable String token;
        private @Nullable String publicKey;
        private @Nullable String secretKey;
        private @Nullable String currency;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets {@code bumpa}, {@code google_calendar}, {@code google_sheets}, {@code paystack} or {@code stripe}. */
        public Builder type(String value) {
            this.type = value;
            return this;
        }

        /** Sets secret token. */
        public Builder token(String value) {
            this.token = value;
            return this;
        }

        /** Sets public key. */
        public Builder publicKey(String value) {
            this.publicKey = value;
            return this;
        }

        /** Sets secret key. */
        public Builder secretKey(String value) {
            this.secretKey = value;
            return this;
        }

        /** Sets currency. */
        public Builder currency(String value) {
            this.currency = value;
            return this;
        }

        /** Sets a field that this library does not know, or an explicit null. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public Builder additional(String wireName, @Nullable Object value) {
            additional.put(wireName, value);
            return this;
        }

        /** The record. */
        public ConfigureBimpeaiIntegration build() {
            return new ConfigureBimpeaiIntegration(type, token, publicKey, secretKey, currency, additional);
        }
    }
}
