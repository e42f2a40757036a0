/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snippet that a question is asked about.
 *
 * @param id id that {@code relevance} gave
 * @param seed raw material
 * @param path absolute path on the server's machine
 * @param anchor a saved path
 * @param asset a saved asset
 * @param location the part that counts; the whole without it
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelevantQgptSeed(
        @Nullable String id,
        @Nullable Seed seed,
        @Nullable String path,
        @Nullable Reference anchor,
        @Nullable Reference asset,
        @Nullable TextLocation location,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public RelevantQgptSeed {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** A snippet by the id that {@code relevance} gave. */
    public static RelevantQgptSeed id(String id) {
        return builder().id(id).build();
    }

    /** A whole file by its absolute path. */
    public static RelevantQgptSeed path(String absolute) {
        return builder().path(absolute).build();
    }

    /** A saved asset by id. */
    public static RelevantQgptSeed asset(String id) {
        return builder().asset(Reference.of(id)).build();
    }

    /** Raw material. */
    public static RelevantQgptSeed of(Seed seed) {
        return builder().seed(seed).build();
    }

    /** Starts with what is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable Seed seed;
        private @Nullable String path;
        private @Nullable Reference anchor;
        private @Nullable Reference asset;
        private @Nullable TextLocation location;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder() {}

        /** Id that {@code relevance} gave. */
        public Builder id(@Nullable String value) {
            this.id = value;
            return this;
        }

        /** Raw material. */
        public Builder seed(@Nullable Seed value) {
            this.seed = value;
            return this;
        }

        /** Absolute path on the server's machine. */
        public Builder path(@Nullable String value) {
            this.path = value;
            return this;
        }

        /** A saved path. */
        public Builder anchor(@Nullable Reference value) {
            this.anchor = value;
            return this;
        }

        /** A saved asset. */
        public Builder asset(@Nullable Reference value) {
            this.asset = value;
            return this;
        }

        /** The part that counts; the whole without it. */
        public Builder location(@Nullable TextLocation value) {
            this.location = value;
            return this;
        }

        /** A field that this library does not know. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        /** The record. */
        public RelevantQgptSeed build() {
            return new RelevantQgptSeed(id, seed, path, anchor, asset, location, additionalProperties);
        }
    }
}
