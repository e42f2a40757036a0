/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ObjectsOnly;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: integrations. */
public final class Integrations {

    private Integrations() {}

    /**
     * An integration with its fields and actions.
     *
     * @param id its id
     * @param type its type
     * @param name its name
     * @param status its status
     * @param isConnected whether it is connected
     * @param configFields what must be given to connect it
     * @param actions what it can do
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record Integration(
            String id,
            String type,
            String name,
            String status,
            boolean isConnected,
            @ObjectsOnly List<ConfigField> configFields,
            @ObjectsOnly List<IntegrationAction> actions,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Integration {
            configFields = ProviderModel.items(configFields);
            actions = ProviderModel.items(actions);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Something that an integration can do.
     *
     * @param actionName name for machines
     * @param name name for people
     * @param description what it does
     * @param category its category
     * @param isEnabled whether it is switched on
     * @param requireHumanApproval whether a person must agree
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record IntegrationAction(
            String actionName,
            String name,
            @Nullable String description,
            String category,
            boolean isEnabled,
            boolean requireHumanApproval,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public IntegrationAction {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * An integration in short.
     *
     * @param id its id
     * @param type its type
     * @param name its name
     * @param status its status
     * @param isConnected whether it is connected
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record IntegrationSummary(
            String id,
            String type,
            String name,
            String status,
            boolean isConnected,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public IntegrationSummary {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * One of the provider's own integrations.
     *
     * @param id its id, once connected
     * @param type {@code bumpa}, {@code google_calendar}, {@code google_sheets}, {@code paystack} or {@code stripe}; others are kept
     * @param name its name
     * @param status its status
     * @param isConnected whether it is connected
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record BimpeaiIntegration(
            @Nullable String id,
            String type,
            String name,
            String status,
            boolean isConnected,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public BimpeaiIntegration {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

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
    @Builder
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

        /** Starts a builder without values. */
        public static ConfigureBimpeaiIntegrationBuilder builder() {
            return ConfigureBimpeaiIntegrationBuilder.configureBimpeaiIntegration();
        }
    }

    /**
     * How to authenticate at a foreign service. Its secrets are printed nowhere.
     *
     * @param token bearer token
     * @param apiKey API key
     * @param headerName header that carries the key
     * @param username user name
     * @param password password
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    @Builder
    public record AuthConfig(
            @Nullable String token,
            @Nullable String apiKey,
            @Nullable String headerName,
            @Nullable String username,
            @Nullable String password,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public AuthConfig {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "AuthConfig[headerName=" + headerName + "]";
        }

        /** Starts a builder without values. */
        public static AuthConfigBuilder builder() {
            return AuthConfigBuilder.authConfig();
        }
    }

    /**
     * One value that an integration asks for.
     *
     * @param key its key
     * @param label what people read
     * @param type its type
     * @param required whether it must be given
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record ConfigField(
            String key,
            String label,
            String type,
            boolean required,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public ConfigField {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A channel of an agent.
     *
     * @param id its id
     * @param type {@code whatsapp}, {@code webchat}, {@code telephony} …; an open set
     * @param name its name
     * @param status its status
     * @param isConnected whether it is connected
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record Channel(
            String id,
            String type,
            String name,
            String status,
            boolean isConnected,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Channel {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
