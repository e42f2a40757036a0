/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.paging.PageInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call brought.
 *
 * @param value record, {@code ProviderList}, map, list, text or null
 * @param page what the provider said about paging
 * @param head status and headers of the response
 * @param requestId the id under which the provider knows the request
 * @param attempts attempts it took
 * @param attributes values that become {@code Camel<Scheme>Response<Key>} headers: model, usage, sources …
 */
public record CallResult(
        @Nullable Object value,
        PageInfo page,
        ResponseHead head,
        String requestId,
        int attempts,
        Map<String, Object> attributes) {

    /** Status and request id alone: values are payload and may be secret. */
    @Override
    public String toString() {
        return "CallResult[" + head.status() + " " + requestId + "]";
    }
}
