/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import io.camelproviders.chatroutes.stream.ChatroutesAnswers;
import io.camelproviders.chatroutes.stream.ChatroutesEvent;
import io.camelproviders.common.answer.AnswerCall;
import io.camelproviders.common.camel.StreamedAnswers;
import io.camelproviders.common.http.Deadlines;
import io.camelproviders.common.operation.BoundCall;
import org.apache.camel.Message;

/** The streamed answers of an endpoint. */
final class ChatroutesStreamedAnswers implements StreamedAnswers<ChatroutesEvent> {

    private final ChatroutesEndpoint endpoint;
    private final ChatroutesAnswers answers;

    ChatroutesStreamedAnswers(ChatroutesEndpoint endpoint, ChatroutesAnswers answers) {
        this.endpoint = endpoint;
        this.answers = answers;
    }

    @Override
    public AnswerCall<?, ChatroutesEvent> ask(BoundCall call, Deadlines deadlines) {
        return answers.ask(call, endpoint.limits(deadlines));
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
