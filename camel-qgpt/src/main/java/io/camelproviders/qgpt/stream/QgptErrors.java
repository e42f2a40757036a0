/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.qgpt.model.Answers.QgptStreamOutput;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Failures of streamed answers in this project's words. */
final class QgptErrors {

    /** Known text of a failure: the model needs a paid plan, so asking again is of no use. */
    private static final String SUBSCRIPTION = "UserSubscriptionRequired";

    private QgptErrors() {}

    static ProviderException failed(QgptStreamOutput output) {
        String message = output.errorMessage() == null ? "" : output.errorMessage();
        boolean subscription = message.contains(SUBSCRIPTION);
        int status = output.statusCode() == null ? 0 : output.statusCode();
        ErrorDetails details = details(
                        subscription
                                ? "the model needs a paid plan (UserSubscriptionRequired); choose another model"
                                : "Pieces OS could not answer: "
                                        + (message.isBlank() ? "no reason given" : LogText.oneLine(message, 300)))
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
