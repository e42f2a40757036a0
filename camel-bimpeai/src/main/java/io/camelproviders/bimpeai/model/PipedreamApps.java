/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and responses: pipedream apps. */
public final class PipedreamApps {

    private PipedreamApps() {}

    /**
     * A Pipedream connection.
     *
     * @param id its id
     * @param channelType its channel
     * @param config its configuration
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record Pipedream(
            String id,
            String channelType,
            @Nullable PipedreamConfig config,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Pipedream {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Configuration of a Pipedream connection.
     *
     * @param appSlug name of the app for machines
     * @param appName name of the app for people
     * @param appIcon where its icon lies
     * @param serverUrl where it lives
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record PipedreamConfig(
            String appSlug,
            @Nullable String appName,
            @Nullable String appIcon,
            String serverUrl,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public PipedreamConfig {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of pipedream/configure.
     *
     * @param appSlug name of the app for machines
     * @param appName name of the app for people
     * @param appIcon where its icon lies
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record ConfigurePipedream(
            String appSlug,
            @Nullable String appName,
            @Nullable String appIcon,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public ConfigurePipedream {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
