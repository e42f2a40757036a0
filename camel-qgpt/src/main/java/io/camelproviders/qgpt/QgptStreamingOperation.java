/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.streaming.StreamingCall;
import io.camelproviders.core.streaming.StreamingRetry;
import io.camelproviders.qgpt.stream.QgptEvent;
import io.camelproviders.qgpt.stream.QgptStreaming;
import io.camelproviders.support.component.StreamingOperation;
import java.util.Locale;
import org.apache.camel.Message;

/** The questions of an endpoint over the shared socket. */
final class QgptStreamingOperation implements StreamingOperation<QgptEvent> {

    private final QgptEndpoint endpoint;
    private final QgptStreaming answers;

    QgptStreamingOperation(QgptEndpoint endpoint, QgptStreaming answers) {
        this.endpoint = endpoint;
        this.answers = answers;
    }

    @Override
    public StreamingCall<?, QgptEvent> ask(OperationCall call, Timeouts timeouts, StreamingRetry retry) {
        return answers.ask(endpoint.question(call), timeouts.total(), retry);
    }

    @Override
    public void fill(Message message, QgptEvent chunk) {
        fillChunk(message, chunk);
    }

    static void fillChunk(Message message, QgptEvent chunk) {
        message.setBody(chunk);
        message.setHeader(
                QgptConstants.EVENT_TYPE, chunk.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    @Override
    public String text(QgptEvent chunk) {
        return chunk.text();
    }
}
