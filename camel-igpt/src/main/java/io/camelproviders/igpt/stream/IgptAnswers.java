/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.stream;

import io.camelproviders.common.answer.AnswerCall;
import io.camelproviders.common.answer.AnswerRetry;
import io.camelproviders.common.answer.HttpAnswerSource;
import io.camelproviders.common.http.HttpTransport;
import io.camelproviders.common.http.ResponseHead;
import io.camelproviders.common.json.Json;
import io.camelproviders.common.operation.BoundCall;
import io.camelproviders.common.operation.OperationClient;
import io.camelproviders.common.operation.Secrets;
import io.camelproviders.common.retry.Sleeper;
import io.camelproviders.common.stream.DataLineDecoder;
import io.camelproviders.common.stream.Frame;
import io.camelproviders.igpt.operation.IgptDialect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes streamed questions. Immutable and thread-safe.
 *
 * @param transport carries streams; one that repeats nothing
 * @param client makes requests and reads ordinary answers
 * @param json reads events
 * @param sleeper waits between attempts
 * @param secrets what no error text may hold
 */
public record IgptAnswers(
        HttpTransport transport, OperationClient client, Json json, Sleeper sleeper, Secrets secrets) {

    /** Documents as a whole, never streams of lines: they are collected and told as an ordinary answer. */
    private static final Set<String> DOCUMENTS =
            Set.of("application/json", "application/problem+json", "text/html", "application/xhtml+xml");

    /** A question that asks for a stream. */
    public AnswerCall<Frame, IgptEvent> ask(BoundCall call, StreamLimits limits, AnswerRetry retry) {
        BoundCall streaming = streaming(call);
        HttpAnswerSource source = new HttpAnswerSource(
                transport,
                () -> client.request(streaming, limits.deadlines()),
                () -> DataLineDecoder.dataOrBareJson(limits.maxLineBytes(), limits.maxEventBytes()),
                IgptAnswers::isStream,
                sleeper);
        return new AnswerCall<>(
                source,
                () -> new IgptAnswerReader(client, streaming, json, secrets),
                retry,
                sleeper,
                new AnswerCall.Label(IgptDialect.SCHEME, call.operation().name()),
                limits.maxAnswerBytes());
    }

    /** The provider does not promise a media type for its streams, so whatever is no document counts as one. */
    static boolean isStream(ResponseHead head) {
        boolean compressed = head.header("Content-Encoding")
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .isPresent();
        return head.success() && head.status() != 204 && !compressed && !DOCUMENTS.contains(head.mediaType());
    }

    /** The same call with {@code "stream": true}, which both of the provider's libraries take for a yes. */
    static BoundCall streaming(BoundCall call) {
        Map<String, Object> body = new LinkedHashMap<>();
        Map<String, Object> given = call.body();
        if (given != null) {
            body.putAll(given);
        }
        body.put("stream", true);
        return new BoundCall(
                call.operation(),
                call.path(),
                call.query(),
                body,
                call.headers(),
                call.idempotencyKey(),
                call.requestId(),
                call.requestTimeout());
    }
}
