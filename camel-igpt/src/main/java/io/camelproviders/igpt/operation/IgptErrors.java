/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.operation;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.BadRequestException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.error.TransportException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The error words of iGPT and its libraries, and our exceptions: both ways.
 *
 * <p>The service itself says {@code auth} (key missing, wrong or expired) and {@code params}, in a 200. The other words
 * are those that the provider's libraries put in place of failures of transport.
 */
public final class IgptErrors {

    /** The key is missing, wrong or expired. */
    public static final String AUTH = "auth";
    /** A parameter is missing or wrong. */
    public static final String PARAMS = "params";
    /** No answer, an overload, or a stream that broke off. */
    public static final String NETWORK_ERROR = "network_error";
    /** The caller gave up. */
    public static final String REQUEST_ABORTED = "request_aborted";
    /** A deadline passed. */
    public static final String TIMEOUT = "timeout";
    /** The answer is not the promised JSON. */
    public static final String INVALID_JSON_RESPONSE = "invalid_json_response";
    /** Any other refusal. */
    public static final String CLIENT_ERROR = "client_error";

    private static final Set<String> WORDS =
            Set.of(AUTH, PARAMS, NETWORK_ERROR, REQUEST_ABORTED, TIMEOUT, INVALID_JSON_RESPONSE, CLIENT_ERROR);
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_MESSAGE = 500;

    private IgptErrors() {}

    /**
     * The error that an answer carries in a field {@code error}, whatever its status says.
     *
     * @param payload the answer as plain JSON
     * @param status HTTP status, kept in the details
     * @return null if it carries none; null and false are none
     */
    public static @Nullable ProviderException inAnswer(@Nullable Object payload, int status) {
        if (!(payload instanceof Map<?, ?> map) || map.get("error") == null || Boolean.FALSE.equals(map.get("error"))) {
            return null;
        }
        ErrorDetails.Builder details =
                ErrorDetails.builder("the provider answered an error").status(status);
        describe(details, map);
        return of(details.build());
    }

    /**
     * The normalised error object for routes that take failures as data: {@code error} (a word of this class, or the
     * service's own), {@code status} (0 if there was no answer) and {@code message}, in this order.
     */
    public static Map<String, Object> toMap(ProviderException failure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("error", word(failure));
        map.put("status", failure.status());
        map.put("message", failure.getMessage() == null ? "" : failure.getMessage());
        return map;
    }

    /** The exception behind a normalised error object; the way back from {@link #toMap}. */
    public static ProviderException fromMap(Map<String, ?> error) {
        int status = error.get("status") instanceof Number number ? number.intValue() : 0;
        ErrorDetails.Builder details =
                ErrorDetails.builder("the provider answered an error").status(status);
        describe(details, error);
        return of(details.build());
    }

    /** The word for a failure. */
    public static String word(ProviderException failure) {
        String code = failure.details().code();
        boolean own = failure instanceof ProviderFaultException && code != null;
        if (code != null && (own || WORDS.contains(code))) {
            return code;
        }
        if (failure instanceof StreamFaultException) {
            return failure.getCause() instanceof ProviderException cause ? word(cause) : NETWORK_ERROR;
        }
        if (failure instanceof TransportException) {
            return failure instanceof ProviderTimeoutException
                    ? TIMEOUT
                    : failure instanceof AbortedException ? REQUEST_ABORTED : NETWORK_ERROR;
        }
        if (failure instanceof HttpStatusException) {
            return byStatus(failure);
        }
        if (failure instanceof DecodeException) {
            return INVALID_JSON_RESPONSE;
        }
        return failure instanceof InvalidRequestException ? PARAMS : CLIENT_ERROR;
    }

    private static String byStatus(ProviderException failure) {
        if (failure instanceof AuthenticationException) {
            return AUTH;
        }
        if (failure instanceof BadRequestException || failure.status() == 422) {
            return PARAMS;
        }
        boolean overload = failure instanceof RateLimitException || failure instanceof ServerException;
        return overload ? NETWORK_ERROR : CLIENT_ERROR;
    }

    /** Takes code and message out of an answer with a field {@code error}: a word, or an object that tells more. */
    static void describe(ErrorDetails.Builder details, Map<?, ?> answer) {
        Object error = answer.get("error");
        Map<?, ?> story = error instanceof Map<?, ?> nested ? nested : answer;
        String code = error instanceof Map<?, ?> nested ? first(nested, "code", "type", "error") : text(error);
        String message = first(story, "message", "error_description", "detail");
        if (code != null) {
            details.code(LogText.oneLine(code, LONGEST_CODE));
        }
        details.message(message(code, message));
    }

    private static ProviderException of(ErrorDetails given) {
        String code = given.code() == null ? "" : given.code();
        return switch (code) {
            case AUTH -> new AuthenticationException(given);
            case PARAMS -> new BadRequestException(given);
            case NETWORK_ERROR ->
                new TransportException(given.toBuilder().retryable(true).build());
            case TIMEOUT ->
                new ProviderTimeoutException(given.toBuilder().retryable(true).build());
            case REQUEST_ABORTED -> new AbortedException(given);
            case INVALID_JSON_RESPONSE -> new DecodeException(given);
            default -> new ProviderFaultException(given);
        };
    }

    private static String message(@Nullable String code, @Nullable String told) {
        String what =
                switch (code == null ? "" : code) {
                    case AUTH -> "the key is missing, wrong or expired; check apiKey";
                    case PARAMS -> "a parameter is missing or wrong; check user and the operation's fields";
                    case NETWORK_ERROR -> "the provider could not be reached or broke off";
                    case TIMEOUT -> "the provider took too long";
                    case REQUEST_ABORTED -> "the request was aborted";
                    default -> "the provider answered an error";
                };
        return told == null ? what : what + ": " + LogText.oneLine(told, LONGEST_MESSAGE);
    }

    private static @Nullable String first(Map<?, ?> map, String... names) {
        for (String name : names) {
            String text = text(map.get(name));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }
}
