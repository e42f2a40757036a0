/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The snippets that a question is asked about.
 *
 * @param iterable the snippets; may be empty
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelevantQgptSeeds(
        List<RelevantQgptSeed> iterable, @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public RelevantQgptSeeds {
        iterable = ProviderModel.items(iterable);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** No snippets: the field must be there all the same. */
    public static RelevantQgptSeeds none() {
        return new RelevantQgptSeeds(List.of(), Map.of());
    }

    /** These snippets. */
    public static RelevantQgptSeeds of(RelevantQgptSeed... seeds) {
        return new RelevantQgptSeeds(List.of(seeds), Map.of());
    }

    /** Raw seeds. */
    public static RelevantQgptSeeds of(Seed... seeds) {
        return new RelevantQgptSeeds(Stream.of(seeds).map(RelevantQgptSeed::of).toList(), Map.of());
    }

    /** Snippets by the ids that {@code relevance} gave. */
    public static RelevantQgptSeeds ids(String... ids) {
        return new RelevantQgptSeeds(Stream.of(ids).map(RelevantQgptSeed::id).toList(), Map.of());
    }
}
