/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.stream;

import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.Secrets;
import io.camelproviders.core.sse.DataLineDecoder;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.streaming.HttpStreamingSource;
import io.camelproviders.core.streaming.StreamingCall;
import io.camelproviders.core.streaming.StreamingRetry;
import org.jspecify.annotations.Nullable;

/**
 * Makes streamed questions. Immutable and thread-safe.
 *
 * @param transport carries streams; one that repeats nothing
 * @param client makes requests and reads ordinary answers
 * @param json reads chunks
 * @param scheduler waits between attempts
 * @param secrets what no error text may hold
 */
public record ChatroutesStreaming(
        HttpTransport transport, OperationClient client, Json json, Scheduler scheduler, Secrets secrets) {

    /** A question whose answer is streamed. */
    public StreamingCall<Frame, ChatroutesEvent> ask(OperationCall call, StreamLimits limits, StreamingRetry retry) {
        HttpStreamingSource source = new HttpStreamingSource(
                transport,
                () -> client.request(call, limits.timeouts()),
                () -> DataLineDecoder.dataOnly(limits.maxLineBytes(), limits.maxEventBytes()),
                head -> head.success() && head.mediaType().equals("text/event-stream"),
                scheduler);
        return new StreamingCall<>(
                source,
                () -> new ChatroutesChunkReader(json, response -> whole(call, response), secrets::mask),
                retry,
                scheduler,
                new StreamingCall.Label("chatroutes", call.operation().name()),
                limits.maxAnswerBytes());
    }

    private @Nullable SendResult whole(OperationCall call, HttpResponse response) {
        return client.read(call, response).value() instanceof SendResult result ? result : null;
    }
}
