/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import io.camelproviders.testkit.ServiceError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials: the API key, and accounts with tokens that look like JWTs and expire. Safe for all threads. */
final class Accounts {

    private record Account(
            String id,
            String email,
            String password,
            @Nullable String name) {}

    private record Token(Account account, long endsAt) {}

    private final String apiKey;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Token> access = new LinkedHashMap<>();
    private final Map<String, Account> refresh = new LinkedHashMap<>();
    private Duration lifetime = Duration.ofHours(1);
    private int number;

    Accounts(String apiKey) {
        this.apiKey = apiKey;
    }

    synchronized void lifetime(Duration ofTokens) {
        lifetime = ofTokens;
    }

    /** Expires all access tokens, but no refresh token. */
    synchronized void expireAccess() {
        access.clear();
    }

    /** Expires all refresh tokens. */
    synchronized void expireRefresh() {
        refresh.clear();
    }

    synchronized Map<String, Object> register(String email, String password, @Nullable String name) {
        if (accounts.containsKey(email)) {
            throw ServiceError.of(409, "CONFLICT", "This address has an account already");
        }
        Account account = new Account("user_" + (accounts.size() + 1), email, password, name);
        accounts.put(email, account);
        return session(account);
    }

    synchronized Map<String, Object> login(String email, String password) {
        Account account = accounts.get(email);
        if (account == null || !account.password().equals(password)) {
            throw ServiceError.of(401, "INVALID_CREDENTIALS", "Wrong address or password");
        }
        return session(account);
    }

    /** A refresh token can be used once. */
    synchronized Map<String, Object> refresh(String token) {
        Account account = refresh.remove(token);
        if (account == null) {
            throw ServiceError.of(401, "INVALID_TOKEN", "The refresh token is not valid");
        }
        return tokens(account);
    }

    synchronized void logout(String authorization) {
        Token token = access.remove(bearer(authorization));
        if (token != null) {
            refresh.values().removeIf(account -> account.equals(token.account()));
        }
    }

    /** The user behind an Authorization or X-API-Key header. */
    synchronized Map<String, Object> user(String authorization, String key) {
        if (authorization.equals("ApiKey " + apiKey) || key.equals(apiKey)) {
            return user(new Account("user_0", "key@example.org", "", "Key holder"));
        }
        Token token = access.get(bearer(authorization));
        if (token == null || System.nanoTime() - token.endsAt() >= 0) {
            throw ServiceError.of(401, "UNAUTHORIZED", "Missing, wrong or expired credentials");
        }
        return user(token.account());
    }

    private static String bearer(String authorization) {
        return authorization.startsWith("Bearer ") ? authorization.substring("Bearer ".length()) : "";
    }

    private Map<String, Object> session(Account account) {
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("user", user(account));
        session.put("tokens", tokens(account));
        return session;
    }

    private Map<String, Object> tokens(Account account) {
        number++;
        String accessToken = jwt(account, "access");
        String refreshToken = jwt(account, "refresh");
        access.put(accessToken, new Token(account, System.nanoTime() + lifetime.toNanos()));
        refresh.put(refreshToken, account);
        Map<String, Object> tokens = new LinkedHashMap<>();
        tokens.put("accessToken", accessToken);
        tokens.put("refreshToken", refreshToken);
        tokens.put("expiresIn", lifetime.toSeconds());
        return tokens;
    }

    private String jwt(Account account, String use) {
        return part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + '.'
                + part("{\"sub\":\"" + account.id() + "\",\"use\":\"" + use + "\",\"jti\":" + number + '}')
                + ".unsigned";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> user(Account account) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", account.id());
        user.put("email", account.email());
        if (account.name() != null && !account.name().isEmpty()) {
            user.put("name", account.name());
        }
        user.put("plan", "free");
        user.put("createdAt", Instant.EPOCH.toString());
        return user;
    }
}
