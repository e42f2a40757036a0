/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Each item is a word; {@code END} is the end mark, {@code ERROR} a fault, {@code -} nothing, {@code a|b} two words. */
final class WordChunkReader implements ChunkReader<String, String> {

    private final String endMark;
    private boolean complete;

    WordChunkReader(String endMark) {
        this.endMark = endMark;
    }

    @Override
    public List<String> read(String item) {
        if (item.equals("ERROR")) {
            throw new ProviderFaultException(
                    ErrorDetails.builder("the provider failed").code("oops").build());
        }
        if (item.equals("BUG")) {
            throw new IllegalStateException("a bug");
        }
        complete = item.equals("END");
        return complete || item.equals("-") ? List.of() : List.of(item.split("\\|"));
    }

    @Override
    public List<String> answered(HttpResponse response) {
        return read(new String(response.body(), StandardCharsets.UTF_8));
    }

    @Override
    public String text(String chunk) {
        return chunk;
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public String endMark() {
        return endMark;
    }

    @Override
    public Finished finish(String text) {
        return new Finished(text, text.length(), Map.of("words", text.length()));
    }
}
