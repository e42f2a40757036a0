/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.common.answer.AnswerCall;
import io.camelproviders.common.answer.AnswerRetry;
import io.camelproviders.common.camel.StreamedAnswers;
import io.camelproviders.common.http.Deadlines;
import io.camelproviders.common.operation.BoundCall;
import io.camelproviders.qgpt.stream.QgptAnswers;
import io.camelproviders.qgpt.stream.QgptEvent;
import java.util.Locale;
import org.apache.camel.Message;

/** The questions of an endpoint over the shared socket. */
final class QgptStreamedAnswers implements StreamedAnswers<QgptEvent> {

    private final QgptEndpoint endpoint;
    private final QgptAnswers answers;
    private final AnswerRetry retry;

    QgptStreamedAnswers(QgptEndpoint endpoint, QgptAnswers answers, AnswerRetry retry) {
        this.endpoint = endpoint;
        this.answers = answers;
        this.retry = retry;
    }

    @Override
    public AnswerCall<?, QgptEvent> ask(BoundCall call, Deadlines deadlines) {
        return answers.ask(endpoint.question(call), deadlines.total(), retry);
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
