/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import io.camelproviders.chatroutes.stream.ChatroutesEvent;
import io.camelproviders.chatroutes.stream.ChatroutesStreaming;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.streaming.StreamingCall;
import io.camelproviders.core.streaming.StreamingRetry;
import io.camelproviders.support.component.StreamingOperation;
import org.apache.camel.Message;

/** The streamed answers of an endpoint. */
final class ChatroutesStreamingOperation implements StreamingOperation<ChatroutesEvent> {

    private final ChatroutesEndpoint endpoint;
    private final ChatroutesStreaming answers;

    ChatroutesStreamingOperation(ChatroutesEndpoint endpoint, ChatroutesStreaming answers) {
        this.endpoint = endpoint;
        this.answers = answers;
    }

    @Override
    public StreamingCall<?, ChatroutesEvent> ask(OperationCall call, Timeouts timeouts, StreamingRetry retry) {
        return answers.ask(call, endpoint.limits(timeouts), retry);
    }

    @Override
    public void fill(Message message, ChatroutesEvent chunk) {
        message.setBody(chunk);
        message.setHeader(ChatroutesConstants.EVENT_TYPE, chunk.type());
    }

    @Override
    public String text(ChatroutesEvent chunk) {
        return chunk instanceof ChatroutesEvent.Content content ? content.text() : "";
    }
}
