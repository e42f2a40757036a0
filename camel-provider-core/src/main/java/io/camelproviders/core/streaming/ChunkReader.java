/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows what a provider's items mean. Holds the state of one attempt; called by one thread at a time.
 *
 * @param <F> type of the items, {@code Frame} for HTTP
 * @param <C> type of the chunks that a route gets
 */
public interface ChunkReader<F, C> {

    /**
     * Reads one item.
     *
     * @return its chunks in order; empty if there is nothing to hand on (a comment, the end mark)
     * @throws io.camelproviders.core.error.ProviderException if the item is an error or cannot be read
     */
    List<C> read(F item);

    /**
     * Reads an ordinary answer that came in place of a stream.
     *
     * @return its chunks; they count as the whole answer
     * @throws io.camelproviders.core.error.ProviderException if the answer is an error, whatever its status
     */
    List<C> answered(HttpResponse response);

    /** The text that a chunk adds to the answer; empty if it adds none. */
    String text(C chunk);

    /** Whether the end mark was read: nothing after it counts. */
    boolean complete();

    /** Name of the end mark without which a closed stream is cut short; empty if the stream's end is the answer's. */
    String endMark();

    /**
     * Closes the answer.
     *
     * @param text texts of all chunks
     * @throws io.camelproviders.core.error.ProviderException if what came is no answer
     */
    Finished finish(String text);

    /**
     * What stands at the end of an answer.
     *
     * @param text the answer's text: the texts of all chunks, unless the provider told it as a whole
     * @param result final record, or null
     * @param attributes values beside it: model, usage, sources
     */
    record Finished(String text, @Nullable Object result, Map<String, Object> attributes) {}
}
