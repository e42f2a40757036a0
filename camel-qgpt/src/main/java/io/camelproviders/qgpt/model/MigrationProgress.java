/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a migration of the server's database is; questions wait for it.
 *
 * @param status its status
 * @param currentStage what is done now
 * @param percentComplete 0 to 100
 * @param totalItems items in all
 * @param processedItems items done
 * @param readable the same for people
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MigrationProgress(
        @Nullable String status,
        @Nullable String currentStage,
        @Nullable Double percentComplete,
        @Nullable Long totalItems,
        @Nullable Long processedItems,
        @Nullable String readable,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public MigrationProgress {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
