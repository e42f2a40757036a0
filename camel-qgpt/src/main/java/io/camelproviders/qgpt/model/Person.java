/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * @param id id
 * @param created when stored
 * @param updated when changed
 * @param type who it is
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(
        String id,
        @Nullable GroupedTimestamp created,
        @Nullable GroupedTimestamp updated,
        @Nullable PersonType type,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Person {
        id = id == null ? "" : id;
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
