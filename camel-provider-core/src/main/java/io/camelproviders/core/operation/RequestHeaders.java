/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.http.HttpHeader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the headers of a request in wire order; a later value replaces an earlier one of the same name in its place. */
public final class RequestHeaders {

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
