/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task with reasoning and tools ({@code recall/run}).
 *
 * @param user whose data is meant; the component's user if null
 * @param input the task; required
 * @param stream whether the answer is streamed; set by the component
 * @param quality for example {@code cef-4-high}
 * @param reasoningEffort {@code low}, {@code medium} or {@code high}
 * @param outputFormat {@code "text"}, {@code "json"} or an object with {@code schema}
 * @param instructions how to answer
 * @param additionalProperties further fields as they came
 */
@SnakeCase
public record RunRequest(
        @Nullable String user,
        @Nullable String input,
        @Nullable Boolean stream,
        @Nullable String quality,
        @Nullable String reasoningEffort,
        @Nullable Object outputFormat,
        @Nullable String instructions,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public RunRequest {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Starts an empty request. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record. */
    public static final class Builder {

        private @Nullable String user;
        private @Nullable String input;
        private @Nullable Boolean stream;
        private @Nullable String quality;
        private @Nullable String reasoningEffort;
        private @Nullable Object outputFormat;
        private @Nullable String instructions;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder() {}

        public Builder user(@Nullable String value) {
            this.user = value;
            return this;
        }

        public Builder input(@Nullable String value) {
            this.input = value;
            return this;
        }

        public Builder stream(@Nullable Boolean value) {
            this.stream = value;
            return this;
        }

        public Builder quality(@Nullable String value) {
            this.quality = value;
            return this;
        }

        public Builder reasoningEffort(@Nullable String value) {
            this.reasoningEffort = value;
            return this;
        }

        public Builder outputFormat(@Nullable Object value) {
            this.outputFormat = value;
            return this;
        }

        public Builder instructions(@Nullable String value) {
            this.instructions = value;
            return this;
        }

        /** A field that this library does not know; passed through as it is. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        /** The request. */
        public RunRequest build() {
            return new RunRequest(
                    user, input, stream, quality, reasoningEffort, outputFormat, instructions, additionalProperties);
        }
    }
}
