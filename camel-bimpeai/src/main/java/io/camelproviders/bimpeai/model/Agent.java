/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent, as lists, create and update answer it.
 *
 * @param id id of the agent
 * @param name its name
 * @param description what it is for
 * @param language language it speaks
 * @param persona {@code professional}, {@code friendly} or {@code concise}; others are kept
 * @param workflowId workflow it follows
 * @param timezone its time zone
 * @param logo where its logo lies
 * @param businessName name of the business
 * @param businessAddress address of the business
 * @param businessEmail mail address of the business
 * @param businessDescription what the business does
 * @param testChannelCode code that opens its test channels
 * @param status {@code development}, {@code live} or {@code paused}; others are kept
 * @param statusReason why it has that status
 * @param escalationEmail who is asked when it cannot answer
 * @param createdAt ISO-8601 text
 * @param updatedAt ISO-8601 text
 * @param workflow its workflow; only after create
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record Agent(
        String id,
        String name,
        String description,
        @Nullable String language,
        @Nullable String persona,
        @Nullable String workflowId,
        @Nullable String timezone,
        @Nullable String logo,
        @Nullable String businessName,
        @Nullable String businessAddress,
        @Nullable String businessEmail,
        @Nullable String businessDescription,
        @Nullable String testChannelCode,
        @Nullable String status,
        @Nullable String statusReason,
        @Nullable String escalationEmail,
        String createdAt,
        String updatedAt,
        @Nullable Workflow workflow,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Agent {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
