/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import io.camelproviders.common.answer.Answer;
import io.camelproviders.common.answer.AnswerCall;
import io.camelproviders.common.camel.StreamedAnswers;
import io.camelproviders.common.http.Deadlines;
import io.camelproviders.common.operation.BoundCall;
import io.camelproviders.igpt.stream.IgptAnswers;
import io.camelproviders.igpt.stream.IgptEvent;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The streamed asks and runs of an endpoint. */
final class IgptStreamedAnswers implements StreamedAnswers<IgptEvent> {

    private final IgptEndpoint endpoint;
    private final IgptAnswers answers;
    private final AnswerForm form;

    IgptStreamedAnswers(IgptEndpoint endpoint, IgptAnswers answers, AnswerForm form) {
        this.endpoint = endpoint;
        this.answers = answers;
        this.form = form;
    }

    @Override
    public AnswerCall<?, IgptEvent> ask(BoundCall call, Deadlines deadlines) {
        return answers.ask(call, endpoint.limits(deadlines), endpoint.retry());
    }

    @Override
    public @Nullable Object body(BoundCall call, Answer answer) {
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
