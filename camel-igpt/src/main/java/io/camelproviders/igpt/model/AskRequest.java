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
 * A question about the connected data ({@code recall/ask}).
 *
 * @param user whose data is meant; the component's user if null
 * @param input the question; required
 * @param stream whether the answer is streamed; set by the component
 * @param quality for example {@code cef-1-normal}
 * @param outputFormat {@code "text"}, {@code "json"} or an object with {@code schema}
 * @param additionalProperties further fields as they came
 */
@SnakeCase
public record AskRequest(
        @Nullable String user,
        @Nullable String input,
        @Nullable Boolean stream,
        @Nullable String quality,
        @Nullable Object outputFormat,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public AskRequest {
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
        private @Nullable Object outputFormat;
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

        public Builder outputFormat(@Nullable Object value) {
            this.outputFormat = value;
            return this;
        }

        /** A field that this library does not know; passed through as it is. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        /** The request. */
        public AskRequest build() {
            return new AskRequest(user, input, stream, quality, outputFormat, additionalProperties);
        }
    }
}
