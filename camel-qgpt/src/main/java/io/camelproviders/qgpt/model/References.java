/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stored objects by reference: flattened assets, anchors, messages, ranges.
 *
 * @param iterable the references
 * @param indices position of each id; -1 for one that is gone
 * @param continuous of ranges only
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record References(
        List<Reference> iterable,
        @Nullable Map<String, Integer> indices,
        @Nullable Boolean continuous,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public References {
        iterable = ProviderModel.items(iterable);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** References by id. */
    public static References of(String... ids) {
        return new References(Stream.of(ids).map(Reference::of).toList(), null, null, Map.of());
    }
}
