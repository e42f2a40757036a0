/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * Puts Camel's own HTTP exception under a provider's, so that {@code onException(HttpOperationFailedException.class)}
 * clauses match. Camel looks at causes first: in the same scope such a clause wins over one for a provider's class.
 */
final class HttpFailureCause {

    private HttpFailureCause() {}

    /** Adds the cause if the HTTP status was not 2xx and the exception has no cause yet. */
    static ProviderException under(ProviderException failure, String url) {
        int status = failure.status();
        boolean refused = status > 0 && (status < 200 || status > 299);
        if (refused && failure.getCause() == null) {
            failure.initCause(new HttpOperationFailedException(
                    url, status, "", null, headers(failure), failure.body().orElse("")));
        }
        return failure;
    }

    private static Map<String, String> headers(ProviderException failure) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (failure.details().extra().get(ErrorDetails.HEADERS) instanceof Map<?, ?> known) {
            known.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
        }
        return headers;
    }
}
