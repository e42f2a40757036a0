/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.error.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sink that keeps everything; asks for as much as it is told. */
final class CollectingSubscriber implements ChunkSubscriber<String> {

    final List<String> chunks = new ArrayList<>();
    final long atStart;

    @Nullable
    StreamingResult answer;

    @Nullable
    ProviderException failure;

    int ends;

    CollectingSubscriber(long atStart) {
        this.atStart = atStart;
    }

    /** The whole answer, which must have come. */
    StreamingResult whole() {
        return Objects.requireNonNull(answer, "no answer came");
    }

    /** The failure, which must have come. */
    ProviderException cause() {
        return Objects.requireNonNull(failure, "no failure came");
    }

    @Override
    public void onStart(ChunkSubscription flow) {
        if (atStart > 0) {
            flow.request(atStart);
        }
    }

    @Override
    public void onChunk(String chunk) {
        chunks.add(chunk);
    }

    @Override
    public void onComplete(StreamingResult whole) {
        answer = whole;
        ends++;
    }

    @Override
    public void onFailure(ProviderException cause) {
        failure = cause;
        ends++;
    }
}
