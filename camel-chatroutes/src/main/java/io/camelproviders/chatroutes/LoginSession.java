/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import io.camelproviders.chatroutes.operation.LoginTracker;
import io.camelproviders.chatroutes.operation.TokenSource;
import io.camelproviders.core.http.HttpSettings;
import io.camelproviders.core.operation.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A login that endpoints share.
 *
 * @param email whose it is; null if a route logs in
 * @param tokens its bearer token
 * @param secrets password and tokens, so that no error text of any of the endpoints shows them
 */
record LoginSession(@Nullable String email, TokenSource tokens, Secrets secrets) {

    /** Tells the token of logins and logouts that routes make. */
    LoginTracker watch() {
        return new LoginTracker(tokens, email);
    }

    @Override
    public String toString() {
        return "Account[" + tokens + ']';
    }

    /**
     * What makes two endpoints share a login.
     *
     * @param baseUrl service
     * @param email address, or null
     * @param password password, or null; a secret
     * @param connection how the service is reached
     */
    record Key(
            String baseUrl,
            @Nullable String email,
            @Nullable String password,
            HttpSettings connection) {
        @Override
        public String toString() {
            return "Account.Key[" + baseUrl + ']';
        }
    }
}
