/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.paging.PageInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs from provider to provider: the headers of a request, the envelope of a response and the error body. Stateless but for the credentials it holds; implementations live in each provider's
 * {@code operation} package.
 */
public interface ProviderProtocol {

    /** Scheme of the component. */
    String provider();

    /** Path between the base URL and the path of each operation; empty, or begins with a slash and does not end with one. */
    String pathPrefix();

    /** The headers of a request in wire order: authentication, Accept, request id, idempotency key, media type. */
    List<HttpHeader> headers(OperationCall call);

    /** Whether calls of this operation get a generated idempotency key. */
    boolean keyed(Operation operation);

    /**
     * Decodes a successful response.
     *
     * @return the payload still as plain JSON values (maps, lists, scalars, null), with paging information and attributes
     * @throws io.camelproviders.core.error.ProviderException if the response is an error with a success status, or has no envelope
     */
    Decoded decode(OperationCall call, HttpResponse response);

    /** The details of an error response: message, code, field errors, Retry-After. The class of the exception follows from the status. */
    ErrorDetails fault(OperationCall call, HttpResponse response);

    /**
     * Whether a response that is no success is the provider's own word, by its error envelope, and not that of a proxy
     * or load balancer on the way. Streams, tickets and discovery take only the provider's own word as final; without
     * it any status counts as an outage. The media type does not matter, the body decides.
     *
     * @param response with its body, as far as it was read
     */
    boolean isProviderError(HttpResponse response);

    /**
     * A decoded response.
     *
     * @param payload plain JSON value
     * @param page paging information
     * @param attributes values that become response headers
     */
    record Decoded(@Nullable Object payload, PageInfo page, Map<String, Object> attributes) {}
}
