/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Starts with what is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable String name;
        private @Nullable String version;
        private @Nullable String platform;
        private @Nullable Boolean onboarded;
        private @Nullable String privacy;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder() {}

        /** Id to give as {@code application} of the inputs. */
        public Builder id(@Nullable String value) {
            this.id = value;
            return this;
        }

        /** {@code OPEN_SOURCE} for example. */
        public Builder name(@Nullable String value) {
            this.name = value;
            return this;
        }

        /** Any version text. */
        public Builder version(@Nullable String value) {
            this.version = value;
            return this;
        }

        /** {@code LINUX}, {@code MACOS}, {@code WINDOWS} and so on. */
        public Builder platform(@Nullable String value) {
            this.platform = value;
            return this;
        }

        /** Whether the user has seen the introduction. */
        public Builder onboarded(@Nullable Boolean value) {
            this.onboarded = value;
            return this;
        }

        /** {@code OPEN}, {@code CLOSED}, {@code ANONYMOUS} or {@code UNKNOWN}. */
        public Builder privacy(@Nullable String value) {
            this.privacy = value;
            return this;
        }

        /** A field that this library does not know. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        /** The record. */
        public Application build() {
            return new Application(id, name, version, platform, onboarded, privacy, additionalProperties);
        }
    }
}
