/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.json.Json;
import io.camelproviders.qgpt.model.Answers.QgptStreamOutput;
import io.camelproviders.qgpt.model.Applications.MigrationProgress;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Text of a message to events. Never throws: what cannot be read is told beside the ids, so that only the exchange that it
 * was meant for is hurt. Source: the generated models of the official clients, {@code QGPTStreamOutput} and
 * {@code QGPTStreamEnum}.
 */
public final class QgptEventDecoder {

    private final Json json;

    public QgptEventDecoder(Json json) {
        this.json = json;
    }

    /** Reads a message. */
    public QgptMessage decode(String text) {
        Object plain;
        try {
            plain = json.plain(text.getBytes(StandardCharsets.UTF_8));
        } catch (DecodeException broken) {
            return new QgptMessage(null, null, List.of(), broken);
        }
        if (!(plain instanceof Map<?, ?> fields)) {
            return new QgptMessage(
                    null, null, List.of(), new DecodeException(ErrorDetails.of("a message is no JSON object")));
        }
        String request = id(fields.get("request"));
        String conversation = id(fields.get("conversation"));
        try {
            QgptStreamOutput output = json.convert(fields, QgptStreamOutput.class);
            return new QgptMessage(request, conversation, events(output), null);
        } catch (DecodeException otherShape) {
            return new QgptMessage(request, conversation, List.of(), otherShape);
        }
    }

    /** What a message says, in order. */
    static List<QgptEvent> events(QgptStreamOutput output) {
        List<QgptEvent> events = new ArrayList<>(2);
        QgptRelevanceOutput found = output.relevance();
        if (found != null) {
            events.add(new QgptEvent.Relevance(output, found));
        }
        String text = answerText(output, found);
        if (!text.isEmpty()) {
            events.add(new QgptEvent.Text(output, text));
        }
        QgptEvent status = status(output);
        if (status.terminal() || events.isEmpty()) {
            events.add(status);
        }
        return events;
    }

    /** The text of a search that answers too stands one level deeper. */
    private static String answerText(QgptStreamOutput output, @Nullable QgptRelevanceOutput found) {
        String text = output.text();
        return text.isEmpty() && found != null && found.answer() != null
                ? found.answer().text()
                : text;
    }

    private static QgptEvent status(QgptStreamOutput output) {
        String status = output.status() == null ? "" : output.status().toUpperCase(Locale.ROOT);
        return switch (status) {
            case "COMPLETED" -> new QgptEvent.Completed(output);
            case "FAILED" -> new QgptEvent.Failed(output);
            case "STOPPED" -> new QgptEvent.Stopped(output);
            case "CANCELED", "CANCELLED" -> new QgptEvent.Canceled(output);
            case "RESET" -> new QgptEvent.Reset(output);
            // Servers are reported to send it both for failures and while they work.
            case "UNKNOWN" -> failed(output) ? new QgptEvent.Failed(output) : progress(output);
            case "", "INITIALIZED", "IN-PROGRESS", "IN_PROGRESS" -> progress(output);
            default -> new QgptEvent.Unknown(output);
        };
    }

    private static boolean failed(QgptStreamOutput output) {
        Integer code = output.statusCode();
        String message = output.errorMessage();
        return (message != null && !message.isBlank()) || (code != null && code != 200);
    }

    private static QgptEvent progress(QgptStreamOutput output) {
        MigrationProgress migration = output.migration();
        return migration == null ? new QgptEvent.Progress(output) : new QgptEvent.Migration(output, migration);
    }

    private static @Nullable String id(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? text : null;
    }
}
