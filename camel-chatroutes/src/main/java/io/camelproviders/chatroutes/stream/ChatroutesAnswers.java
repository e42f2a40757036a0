/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.stream;

import io.camelproviders.chatroutes.model.SendResult;
import io.camelproviders.common.answer.AnswerCall;
import io.camelproviders.common.answer.AnswerRetry;
import io.camelproviders.common.answer.HttpAnswerSource;
import io.camelproviders.common.http.HttpResponse;
import io.camelproviders.common.http.HttpTransport;
import io.camelproviders.common.json.Json;
import io.camelproviders.common.operation.BoundCall;
import io.camelproviders.common.operation.OperationClient;
import io.camelproviders.common.operation.Secrets;
import io.camelproviders.common.retry.Sleeper;
import io.camelproviders.common.stream.DataLineDecoder;
import io.camelproviders.common.stream.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Makes streamed questions. Immutable and thread-safe.
 *
 * @param transport carries streams; one that repeats nothing
 * @param client makes requests and reads ordinary answers
 * @param json reads chunks
 * @param sleeper waits between attempts
 * @param secrets what no error text may hold
 * @param retry when to ask again
 */
public record ChatroutesAnswers(
        HttpTransport transport,
        OperationClient client,
        Json json,
        Sleeper sleeper,
        Secrets secrets,
        AnswerRetry retry) {

    /** A question whose answer is streamed. */
    public AnswerCall<Frame, ChatroutesEvent> ask(BoundCall call, StreamLimits limits) {
        HttpAnswerSource source = new HttpAnswerSource(
                transport,
                () -> client.request(call, limits.deadlines()),
                () -> DataLineDecoder.dataOnly(limits.maxLineBytes(), limits.maxEventBytes()),
                head -> head.success() && head.mediaType().equals("text/event-stream"),
                sleeper);
        return new AnswerCall<>(
                source,
                () -> new ChatroutesAnswerReader(json, response -> whole(call, response), secrets::mask),
                retry,
                sleeper,
                new AnswerCall.Label("chatroutes", call.operation().name()),
                limits.maxAnswerBytes());
    }

    private @Nullable SendResult whole(BoundCall call, HttpResponse response) {
        return client.read(call, response).value() instanceof SendResult result ? result : null;
    }
}
