/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.BadRequestException;
import io.camelproviders.core.error.ConflictException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.FieldValidationException;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.error.NotFoundException;
import io.camelproviders.core.error.NotImplementedByProviderException;
import io.camelproviders.core.error.PermissionDeniedException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.error.TransportException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The word for a failure when it becomes the message body: the code that the provider itself gave, else one of a fixed
 * set that the documentation lists. Class names are never part of it.
 */
final class ErrorWords {

    private static final int LONGEST_CODE = 100;

    /** From the specific to the general: the first class that fits counts. */
    private static final Map<Class<? extends ProviderException>, String> WORDS = words();

    private ErrorWords() {}

    static String of(ProviderException failure) {
        return failure.code()
                .filter(code -> !code.isBlank())
                .map(code -> LogText.oneLine(code, LONGEST_CODE))
                .orElseGet(() -> byType(failure));
    }

    private static String byType(ProviderException failure) {
        if (failure instanceof StreamFaultException && failure.getCause() instanceof ProviderException cause) {
            return of(cause);
        }
        for (Map.Entry<Class<? extends ProviderException>, String> word : WORDS.entrySet()) {
            if (word.getKey().isInstance(failure)) {
                return word.getValue();
            }
        }
        return "error";
    }

    private static Map<Class<? extends ProviderException>, String> words() {
        Map<Class<? extends ProviderException>, String> words = new LinkedHashMap<>();
        words.put(ProviderTimeoutException.class, "timeout");
        words.put(AbortedException.class, "request_aborted");
        words.put(TransportException.class, "network_error");
        words.put(FieldValidationException.class, "validation_error");
        words.put(BadRequestException.class, "bad_request");
        words.put(AuthenticationException.class, "auth");
        words.put(PermissionDeniedException.class, "permission_denied");
        words.put(NotFoundException.class, "not_found");
        words.put(ConflictException.class, "conflict");
        words.put(RateLimitException.class, "rate_limit");
        words.put(NotImplementedByProviderException.class, "not_implemented");
        words.put(ServerException.class, "server_error");
        words.put(HttpStatusException.class, "client_error");
        words.put(InvalidRequestException.class, "params");
        words.put(DecodeException.class, "invalid_response");
        words.put(ProtocolException.class, "protocol_error");
        words.put(ProviderFaultException.class, "provider_error");
        words.put(StreamFaultException.class, "stream_interrupted");
        words.put(LimitExceededException.class, "limit_exceeded");
        return words;
    }
}
