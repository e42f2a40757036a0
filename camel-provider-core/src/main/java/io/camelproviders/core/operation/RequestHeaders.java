/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.http.HttpHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Collects the headers of a request in wire order; a later value replaces an earlier one of the same name in its place. */
public final class RequestHeaders {

    private static final int MAX_KEY_LENGTH = 255;
    private static final Set<String> RESERVED = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "authorization",
            "idempotency-key");

    private final List<HttpHeader> headers = new ArrayList<>();

    /** Sets a header; null leaves it out. */
    public RequestHeaders set(String name, @Nullable String value) {
        return value == null ? this : set(new HttpHeader(name, value));
    }

    /** Sets all headers of a list. */
    public RequestHeaders setAll(List<HttpHeader> more) {
        more.forEach(this::set);
        return this;
    }

    /** The headers. */
    public List<HttpHeader> list() {
        return List.copyOf(headers);
    }

    /**
     * The caller's own headers but the request id.
     *
     * @throws InvalidRequestException if one of them is written by the component itself
     */
    static List<HttpHeader> own(List<HttpHeader> given) {
        List<HttpHeader> headers = new ArrayList<>(given.size());
        for (HttpHeader header : given) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (RESERVED.contains(name)) {
                throw new InvalidRequestException(ErrorDetails.of("option httpHeader." + header.name()
                        + " is not allowed: the component writes this header itself; nothing was sent"));
            }
            if (!name.equals("x-request-id")) {
                headers.add(header);
            }
        }
        return headers;
    }

    /** The caller's {@code X-Request-Id}, else a random one. */
    static String requestId(List<HttpHeader> given) {
        for (HttpHeader header : given) {
            if (header.name().equalsIgnoreCase("X-Request-Id")) {
                return header.value();
            }
        }
        // It tells calls apart and guards nothing: a secure generator has a lock and costs more than the rest of the
        // binding.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
                .toString();
    }

    /**
     * The caller's idempotency key, trimmed; null for none.
     *
     * @throws InvalidRequestException if it is longer than 255 characters or no header value
     */
    static @Nullable String idempotencyKey(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return null;
        }
        String value = new HttpHeader("Idempotency-Key", key).value();
        if (value.length() > MAX_KEY_LENGTH) {
            throw new InvalidRequestException(
                    ErrorDetails.of("idempotencyKey is longer than " + MAX_KEY_LENGTH + " characters"));
        }
        return value;
    }

    private RequestHeaders set(HttpHeader header) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).name().equalsIgnoreCase(header.name())) {
                headers.set(i, header);
                return this;
            }
        }
        headers.add(header);
        return this;
    }
}
