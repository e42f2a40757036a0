/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.http.HttpHeader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of one call stand, in the order in which they count: endpoint URI, header, message body, component
 * default.
 */
public interface CallInputs {

    /** Value of an option that the endpoint URI gives. */
    @Nullable
    Object uri(String optionName);

    /** Value of the header {@code Camel<Scheme><headerSuffix>}. */
    @Nullable
    Object header(String headerSuffix);

    /** Component default; answers for path ids and {@code user} only. */
    @Nullable
    Object fallback(String optionName);

    /** {@code param.<wire_name>} options, in the URI's order. */
    Map<String, Object> extras();

    /** The message body: null, text, {@code Map}, model, {@code byte[]}, {@code InputStream} or a JSON tree. */
    @Nullable
    Object body();

    /** Whether a {@code String} body of an operation with a text parameter is that text (else it is JSON). */
    boolean textBody();

    /** Further request headers from {@code httpHeader.<name>}. */
    List<HttpHeader> httpHeaders();

    /** A key of the caller's own, or null. */
    @Nullable
    String idempotencyKey();

    /** A deadline of the caller's own, or null for the component's. */
    @Nullable
    Duration requestTimeout();
}
