/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.json.ProviderResponse;
import io.camelproviders.qgpt.model.Answers.QgptStreamOutput;
import io.camelproviders.qgpt.model.Applications.MigrationProgress;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceOutput;

/**
 * What one message of {@code /qgpt/stream} says about one exchange. A message may hold several: snippets, text, an end.
 */
public sealed interface QgptEvent extends ProviderResponse {

    /** The message as it came. */
    QgptStreamOutput output();

    /** Whether nothing follows. */
    default boolean terminal() {
        return false;
    }

    /** Text that it adds to the answer; empty if none. */
    @Override
    default String text() {
        return "";
    }

    /** Begun, thinking, still there: no text. */
    record Progress(QgptStreamOutput output) implements QgptEvent {}

    /** A piece of the answer, to be appended. */
    record Text(QgptStreamOutput output, String text) implements QgptEvent {}

    /** Snippets that were found; may come several times. */
    record Relevance(QgptStreamOutput output, QgptRelevanceOutput found) implements QgptEvent {}

    /** The server's database is being migrated; the answer waits for it. */
    record Migration(QgptStreamOutput output, MigrationProgress progress) implements QgptEvent {}

    /** A status that this library has not heard of; counts as progress. */
    record Unknown(QgptStreamOutput output) implements QgptEvent {}

    /** End: the answer is whole. */
    record Completed(QgptStreamOutput output) implements QgptEvent {
        @Override
        public boolean terminal() {
            return true;
        }
    }

    /** End: stopped on request, by whomever. */
    record Stopped(QgptStreamOutput output) implements QgptEvent {
        @Override
        public boolean terminal() {
            return true;
        }
    }

    /** End: cancelled by the server. */
    record Canceled(QgptStreamOutput output) implements QgptEvent {
        @Override
        public boolean terminal() {
            return true;
        }
    }

    /** End: swept away by somebody's reset. */
    record Reset(QgptStreamOutput output) implements QgptEvent {
        @Override
        public boolean terminal() {
            return true;
        }
    }

    /** End: the server could not answer. */
    record Failed(QgptStreamOutput output) implements QgptEvent {
        @Override
        public boolean terminal() {
            return true;
        }
    }
}
