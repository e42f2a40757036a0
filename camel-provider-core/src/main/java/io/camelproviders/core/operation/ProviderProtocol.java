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
 * What differs from provider to provider: which headers a request carries, how the envelope is opened, how an error
 * tells its story. Stateless but for the credentials it holds; implementations live in each provider's
 * {@code operation} package.
 */
public interface ProviderProtocol {

    /** Scheme of the component. */
    String provider();

    /** Path between the base URL and each row's path; empty or begins with a slash and does not end with one. */
    String pathPrefix();

    /** The headers of a request in wire order: authentication, Accept, request id, idempotency key, media type. */
    List<HttpHeader> headers(OperationCall call);

    /** Whether calls of this row get a generated idempotency key. */
    boolean keyed(Operation operation);

    /**
     * Opens a successful answer.
     *
     * @return the payload still as plain JSON values (maps, lists, scalars, null), with what was said beside it
     * @throws io.camelproviders.core.error.ProviderException if the answer is an error in disguise or no envelope
     */
    Decoded open(OperationCall call, HttpResponse response);

    /** Tells an answer that is no success: message, code, field errors, retry-after; the status mapping is common. */
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
     * An opened answer.
     *
     * @param payload plain JSON value
     * @param page what was said about paging
     * @param facts values that become response headers
     */
    record Decoded(@Nullable Object payload, PageInfo page, Map<String, Object> facts) {}
}
