/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and responses: auth. */
public final class Auth {

    private Auth() {}

    /**
     * Request of {@code auth/login}.
     *
     * @param email required
     * @param password required; a secret
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Login(
            @Nullable String email,
            @Nullable String password,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

        public Login {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        public Login(String email, String password) {
            this(email, password, Map.of());
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Login[email=" + email + ", password=xxxxxx]";
        }
    }

    /**
     * Request of {@code auth/refresh-token}.
     *
     * @param refreshToken required; a secret
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefreshToken(
            @Nullable String refreshToken, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public RefreshToken {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        public RefreshToken(String refreshToken) {
            this(refreshToken, Map.of());
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "RefreshToken[refreshToken=xxxxxx]";
        }
    }

    /**
     * Request of {@code auth/register}.
     *
     * @param email required
     * @param password required; a secret
     * @param name name of the account
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Register(
            @Nullable String email,
            @Nullable String password,
            @Nullable String name,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public Register {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        public Register(String email, String password, @Nullable String name) {
            this(email, password, name, Map.of());
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Register[email=" + email + ", password=xxxxxx, name=" + name + ']';
        }
    }

    /**
     * What registering or logging in brings.
     *
     * @param user whose it is
     * @param tokens its tokens
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Session(
            @Nullable User user,
            @Nullable Tokens tokens,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public Session {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Session[user=" + user + ", tokens=" + tokens + ']';
        }
    }

    /**
     * The tokens of a login. Secrets.
     *
     * @param accessToken bearer token of calls
     * @param refreshToken buys new tokens; absent where the old one goes on
     * @param expiresIn seconds that the access token lives
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tokens(
            @Nullable String accessToken,
            @Nullable String refreshToken,
            @Nullable Long expiresIn,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Tokens {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Tokens[accessToken=xxxxxx, refreshToken=xxxxxx, expiresIn=" + expiresIn + ']';
        }
    }

    /**
     * An account.
     *
     * @param id its id
     * @param email its address
     * @param name its name
     * @param plan its plan
     * @param createdAt ISO-8601 text
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record User(
            @Nullable String id,
            @Nullable String email,
            @Nullable String name,
            @Nullable String plan,
            @Nullable String createdAt,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public User {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
