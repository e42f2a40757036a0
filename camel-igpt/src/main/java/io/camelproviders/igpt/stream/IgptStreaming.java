/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.stream;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.sse.DataLineDecoder;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.streaming.HttpStreamingSource;
import io.camelproviders.core.streaming.StreamingCall;
import io.camelproviders.core.streaming.StreamingRetry;
import io.camelproviders.igpt.operation.IgptProtocol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes streamed questions. Immutable and thread-safe.
 *
 * @param transport carries streams; one that repeats nothing
 * @param client makes requests and reads ordinary answers
 * @param json reads events
 * @param scheduler waits between attempts
 */
public record IgptStreaming(HttpTransport transport, OperationClient client, Json json, Scheduler scheduler) {

    /** Documents as a whole, never streams of lines: they are collected and told as an ordinary answer. */
    private static final Set<String> DOCUMENTS =
            Set.of("application/json", "application/problem+json", "text/html", "application/xhtml+xml");

    /** A question that asks for a stream. */
    public StreamingCall<Frame, IgptEvent> ask(OperationCall call, StreamLimits limits, StreamingRetry retry) {
        OperationCall streaming = streaming(call);
        HttpStreamingSource source = new HttpStreamingSource(
                transport,
                () -> client.request(streaming, limits.timeouts()),
                () -> DataLineDecoder.dataOrBareJson(limits.maxLineBytes(), limits.maxEventBytes()),
                IgptStreaming::isStream,
                scheduler);
        return new StreamingCall<>(
                source,
                () -> new IgptChunkReader(client, streaming, json),
                retry,
                scheduler,
                new StreamingCall.Label(IgptProtocol.SCHEME, call.operation().name()),
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
    static OperationCall streaming(OperationCall call) {
        Map<String, Object> body = new LinkedHashMap<>();
        Map<String, Object> given = call.body();
        if (given != null) {
            body.putAll(given);
        }
        body.put("stream", true);
        return new OperationCall(
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
