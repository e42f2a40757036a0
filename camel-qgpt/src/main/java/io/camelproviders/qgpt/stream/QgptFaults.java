/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.common.error.AbortedException;
import io.camelproviders.common.error.AuthenticationException;
import io.camelproviders.common.error.ErrorDetails;
import io.camelproviders.common.error.ProviderException;
import io.camelproviders.common.error.ProviderFaultException;
import io.camelproviders.common.error.ProviderTimeoutException;
import io.camelproviders.common.error.RateLimitException;
import io.camelproviders.common.error.ServerException;
import io.camelproviders.common.error.Texts;
import io.camelproviders.common.error.TransportException;
import io.camelproviders.qgpt.model.QgptStreamOutput;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Failures of streamed answers in this project's words. */
final class QgptFaults {

    /** Known text of a failure: the model needs a paid plan, so asking again is of no use. */
    private static final String SUBSCRIPTION = "UserSubscriptionRequired";

    private QgptFaults() {}

    static ProviderException failed(QgptStreamOutput output) {
        String message = output.errorMessage() == null ? "" : output.errorMessage();
        boolean subscription = message.contains(SUBSCRIPTION);
        int status = output.statusCode() == null ? 0 : output.statusCode();
        ErrorDetails details = details(
                        subscription
                                ? "the model needs a paid plan (UserSubscriptionRequired); choose another model"
                                : "Pieces OS could not answer: "
                                        + (message.isBlank() ? "no reason given" : Texts.oneLine(message, 300)))
                .status(status == 200 ? 0 : status)
                .code(subscription ? SUBSCRIPTION : null)
                .requestId(output.request())
                .retryable(!subscription && (status == 429 || status >= 500))
                .build();
        return subscription ? new ProviderFaultException(details) : of(status, details);
    }

    private static ProviderException of(int status, ErrorDetails details) {
        if (status == 401) {
            return new AuthenticationException(details);
        }
        if (status == 429) {
            return new RateLimitException(details);
        }
        return status >= 500 ? new ServerException(details) : new ProviderFaultException(details);
    }

    static ProviderException ended(String how, QgptStreamOutput output) {
        return new ProviderFaultException(details("the answer was ended before it was whole: " + how)
                .code(how)
                .requestId(output.request())
                .build());
    }

    static ProviderException silent(String limit, Duration after) {
        return new ProviderTimeoutException(
                details("nothing came for " + after.toMillis() + " ms (" + limit + "); the question was stopped")
                        .retryable(true)
                        .build());
    }

    static ProviderException notConnected(Duration after, @Nullable ProviderException last) {
        return new ProviderTimeoutException(
                details("no connection to Pieces OS within " + after.toMillis() + " ms; nothing was sent"
                                + (last == null
                                        ? ""
                                        : ". Last failure: " + last.details().message()))
                        .retryable(true)
                        .build(),
                last);
    }

    static ProviderException dropped(String how) {
        return new TransportException(details("the connection to Pieces OS was lost: " + how)
                .retryable(true)
                .build());
    }

    static ProviderException aborted(String why) {
        return new AbortedException(details(why).build());
    }

    static ErrorDetails.Builder details(String message) {
        return ErrorDetails.builder(message).provider("qgpt").operation("stream");
    }
}
