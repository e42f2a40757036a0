/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.streaming.StreamingCall;
import io.camelproviders.core.streaming.StreamingResult;
import io.camelproviders.core.streaming.StreamingRetry;
import io.camelproviders.igpt.stream.IgptEvent;
import io.camelproviders.igpt.stream.IgptStreaming;
import io.camelproviders.support.component.StreamingOperation;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The streamed asks and runs of an endpoint. */
final class IgptStreamingOperation implements StreamingOperation<IgptEvent> {

    private final IgptEndpoint endpoint;
    private final IgptStreaming answers;
    private final OutputFormatOption form;

    IgptStreamingOperation(IgptEndpoint endpoint, IgptStreaming answers, OutputFormatOption form) {
        this.endpoint = endpoint;
        this.answers = answers;
        this.form = form;
    }

    @Override
    public StreamingCall<?, IgptEvent> ask(OperationCall call, Timeouts timeouts, StreamingRetry retry) {
        return answers.ask(call, endpoint.limits(timeouts), retry);
    }

    @Override
    public @Nullable Object body(OperationCall call, StreamingResult answer) {
        return form.streamed(call, answer);
    }

    @Override
    public void fill(Message message, IgptEvent chunk) {
        message.setBody(chunk);
        message.setHeader(IgptConstants.EVENT_TYPE, chunk.type());
        if (chunk.seq() != null) {
            message.setHeader(IgptConstants.EVENT_SEQ, chunk.seq());
        }
    }

    @Override
    public String text(IgptEvent chunk) {
        return chunk.text();
    }
}
