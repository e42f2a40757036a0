/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.streaming.ChunkReader;
import io.camelproviders.qgpt.model.Answers.QgptStreamOutput;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a whole answer of what is heard. Its result is what was found, if nothing was said; its facts are {@code request},
 * {@code conversation}, {@code relevance} (what was found, the last of it) and {@code recovered}.
 */
final class QgptChunkReader implements ChunkReader<AnswerItem, QgptEvent> {

    private final long maxText;
    private final StringBuilder said = new StringBuilder();
    private @Nullable QgptRelevanceOutput found;
    private @Nullable AnswerEnd end;

    /**
     * @param maxText longest text, in characters
     */
    QgptChunkReader(long maxText) {
        this.maxText = maxText;
    }

    @Override
    public List<QgptEvent> read(AnswerItem item) {
        AnswerEnd last = item.end();
        if (last != null) {
            end = last;
            return closing(last);
        }
        QgptEvent event = item.event();
        if (event == null || idle(event)) {
            return List.of();
        }
        if (event instanceof QgptEvent.Relevance relevance) {
            found = relevance.found();
        }
        said.append(event.text());
        if (said.length() > maxText) {
            throw new LimitExceededException(QgptErrors.details("the answer is longer than " + maxText
                            + " characters; raise maxResponseBytes if such answers are expected")
                    .build());
        }
        return List.of(event);
    }

    /** Signs of life that tell nothing. */
    private static boolean idle(QgptEvent event) {
        return event instanceof QgptEvent.Progress && event.output().intermediateMessages() == null;
    }

    /** The end itself; before a recovered one the rest of its text. */
    private List<QgptEvent> closing(AnswerEnd last) {
        QgptStreamOutput output = last.output();
        if (output != null) {
            return List.of(new QgptEvent.Completed(output));
        }
        QgptStreamOutput stored = new QgptStreamOutput(
                last.request(),
                last.conversation(),
                "COMPLETED",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
        QgptEvent.Completed completed = new QgptEvent.Completed(stored);
        String whole = last.recovered();
        if (whole == null || whole.length() == said.length() || !whole.startsWith(said.toString())) {
            return List.of(completed);
        }
        return List.of(new QgptEvent.Text(stored, whole.substring(said.length())), completed);
    }

    @Override
    public List<QgptEvent> answered(HttpResponse response) {
        throw new ProtocolException(
                QgptErrors.details("a WebSocket gave an HTTP answer").build());
    }

    @Override
    public String text(QgptEvent chunk) {
        return chunk.text();
    }

    @Override
    public boolean complete() {
        return end != null;
    }

    @Override
    public String endMark() {
        return "COMPLETED";
    }

    @Override
    public Finished finish(String text) {
        Map<String, Object> facts = new LinkedHashMap<>();
        String whole = text;
        if (end != null) {
            facts.put("request", end.request());
            if (end.conversation() != null) {
                facts.put("conversation", end.conversation());
            }
            if (end.recovered() != null) {
                whole = end.recovered();
                facts.put("recovered", true);
            }
        }
        if (found != null) {
            facts.put("relevance", found);
        }
        return new Finished(whole, whole.isEmpty() ? found : null, facts);
    }
}
