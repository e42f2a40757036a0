/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: applications. */
public final class Applications {

    private Applications() {}

    /**
     * An application that Pieces OS knows; made by {@code connect}.
     *
     * @param id id to give as {@code application} of the inputs
     * @param name {@code OPEN_SOURCE} for example
     * @param version any version text
     * @param platform {@code LINUX}, {@code MACOS}, {@code WINDOWS} and so on
     * @param onboarded whether the user has seen the introduction
     * @param privacy {@code OPEN}, {@code CLOSED}, {@code ANONYMOUS} or {@code UNKNOWN}
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Builder
    public record Application(
            @Nullable String id,
            @Nullable String name,
            @Nullable String version,
            @Nullable String platform,
            @Nullable Boolean onboarded,
            @Nullable String privacy,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Application {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static ApplicationBuilder builder() {
            return ApplicationBuilder.application();
        }
    }

    /**
     * Answer of {@code connect}.
     *
     * @param os id of the Pieces OS installation
     * @param application the registered application
     * @param health health of the server
     * @param user the signed-in user, if there is one
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Context(
            @Nullable String os,
            @Nullable Application application,
            @Nullable Map<String, Object> health,
            @Nullable Map<String, Object> user,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Context {
            health = ProviderModel.objectOrNull(health);
            user = ProviderModel.objectOrNull(user);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * How far a migration of the server's database is; questions wait for it.
     *
     * @param status its status
     * @param currentStage what is done now
     * @param percentComplete 0 to 100
     * @param totalItems items in all
     * @param processedItems items done
     * @param readable the same for people
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MigrationProgress(
            @Nullable String status,
            @Nullable String currentStage,
            @Nullable Double percentComplete,
            @Nullable Long totalItems,
            @Nullable Long processedItems,
            @Nullable String readable,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public MigrationProgress {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A language model.
     *
     * @param id id to give as {@code model} of the inputs
     * @param name its name
     * @param cloud whether it runs in the cloud
     * @param downloaded whether it is on this machine
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Model(
            String id,
            @Nullable String name,
            @Nullable Boolean cloud,
            @Nullable Boolean downloaded,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Model {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Whether it can be asked now: it runs in the cloud or was downloaded. */
        public boolean usable() {
            return Boolean.TRUE.equals(cloud) || Boolean.TRUE.equals(downloaded);
        }
    }
}
