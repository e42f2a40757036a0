/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

/** With what calls are authorised. */
public enum AuthMode {
    /** {@code Authorization: ApiKey}, with the option {@code apiKey}. */
    API_KEY,
    /** {@code Authorization: Bearer}, with a token that a login brings and that refreshes itself. */
    BEARER
}
