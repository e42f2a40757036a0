/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person by name.
 *
 * @param name name
 * @param email e-mail address
 * @param username user name
 * @param picture URL of a picture
 * @param url home page
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonBasic(
        @Nullable String name,
        @Nullable String email,
        @Nullable String username,
        @Nullable String picture,
        @Nullable String url,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public PersonBasic {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Starts with what is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable String email;
        private @Nullable String username;
        private @Nullable String picture;
        private @Nullable String url;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder() {}

        /** Name. */
        public Builder name(@Nullable String value) {
            this.name = value;
            return this;
        }

        /** E-mail address. */
        public Builder email(@Nullable String value) {
            this.email = value;
            return this;
        }

        /** User name. */
        public Builder username(@Nullable String value) {
            this.username = value;
            return this;
        }

        /** URL of a picture. */
        public Builder picture(@Nullable String value) {
            this.picture = value;
            return this;
        }

        /** Home page. */
        public Builder url(@Nullable String value) {
            this.url = value;
            return this;
        }

        /** A field that this library does not know. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        /** The record. */
        public PersonBasic build() {
            return new PersonBasic(name, email, username, picture, url, additionalProperties);
        }
    }
}
