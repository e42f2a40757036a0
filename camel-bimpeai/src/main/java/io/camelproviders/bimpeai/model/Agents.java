/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camelproviders.bimpeai.model.Integrations.Channel;
import io.camelproviders.bimpeai.model.Integrations.IntegrationSummary;
import io.camelproviders.bimpeai.model.KnowledgeBases.KbSummary;
import io.camelproviders.bimpeai.model.Workflows.Workflow;
import io.camelproviders.core.json.ObjectsOnly;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: agents. */
public final class Agents {

    private Agents() {}

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

    /**
     * An agent with what hangs on it.
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
     * @param knowledgeBases its knowledge bases
     * @param integrations its integrations
     * @param channels its channels
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record AgentDetail(
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
            @ObjectsOnly List<KbSummary> knowledgeBases,
            @ObjectsOnly List<IntegrationSummary> integrations,
            @ObjectsOnly List<Channel> channels,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public AgentDetail {
            knowledgeBases = ProviderModel.items(knowledgeBases);
            integrations = ProviderModel.items(integrations);
            channels = ProviderModel.items(channels);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of agents/create, where workflow, name and description are required, and of agents/update, where all is optional.
     *
     * @param workflowId workflow it follows
     * @param name its name
     * @param description what it is for
     * @param language language it speaks
     * @param persona {@code professional}, {@code friendly} or {@code concise}
     * @param timezone its time zone
     * @param logo where its logo lies
     * @param businessName name of the business
     * @param businessAddress address of the business
     * @param businessEmail mail address of the business
     * @param businessDescription what the business does
     * @param escalationEmail who is asked when it cannot answer
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    @Builder
    public record CreateAgent(
            @Nullable String workflowId,
            @Nullable String name,
            @Nullable String description,
            @Nullable String language,
            @Nullable String persona,
            @Nullable String timezone,
            @Nullable String logo,
            @Nullable String businessName,
            @Nullable String businessAddress,
            @Nullable String businessEmail,
            @Nullable String businessDescription,
            @Nullable String escalationEmail,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public CreateAgent {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static CreateAgentBuilder builder() {
            return CreateAgentBuilder.createAgent();
        }
    }

    /**
     * How to set a workflow up. The video link has two names on the wire; each is kept and written as it came.
     *
     * @param steps the steps
     * @param youtubeUrlSnake video link in snake_case
     * @param youtubeUrlCamel video link in camelCase
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record Guide(
            @Nullable List<String> steps,
            @JsonProperty("youtube_url") @Nullable String youtubeUrlSnake,
            @JsonProperty("youtubeUrl") @Nullable String youtubeUrlCamel,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Guide {
            steps = ProviderModel.itemsOrNull(steps);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The video link under either name. */
        public Optional<String> video() {
            return Optional.ofNullable(youtubeUrlSnake == null ? youtubeUrlCamel : youtubeUrlSnake);
        }
    }

    /**
     * A rule of a workflow.
     *
     * @param id its id
     * @param name its name
     * @param trigger what sets it off
     * @param condition when it holds
     * @param response what to answer
     * @param action what to do
     * @param enabled whether it is switched on
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    @Builder
    public record Rule(
            @Nullable String id,
            @Nullable String name,
            @Nullable String trigger,
            @Nullable String condition,
            @Nullable String response,
            @Nullable String action,
            @Nullable Boolean enabled,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Rule {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static RuleBuilder builder() {
            return RuleBuilder.rule();
        }
    }

    /**
     * Where a person finishes a configuration.
     *
     * @param onboardingUrl page to open
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record Onboarding(
            String onboardingUrl, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public Onboarding {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Code and addresses to try an agent.
     *
     * @param code the code
     * @param channels how to reach the agent with it
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record TestCode(
            String code,
            @Nullable TestCodeChannels channels,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public TestCode {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * One way to reach an agent for a test.
     *
     * @param isEnabled whether it is open
     * @param startMessage what to write first
     * @param phoneNumber number, of WhatsApp
     * @param username account, of Instagram
     * @param page page, of Messenger
     * @param url link that opens it
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record TestCodeChannel(
            boolean isEnabled,
            @Nullable String startMessage,
            @Nullable String phoneNumber,
            @Nullable String username,
            @Nullable String page,
            @Nullable String url,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public TestCodeChannel {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * How to reach an agent for a test.
     *
     * @param whatsapp over WhatsApp
     * @param instagram over Instagram
     * @param messenger over Messenger
     * @param telephony by telephone
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record TestCodeChannels(
            @Nullable TestCodeChannel whatsapp,
            @Nullable TestCodeChannel instagram,
            @Nullable TestCodeChannel messenger,
            @Nullable TestCodeChannel telephony,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public TestCodeChannels {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Status of an agent after a change.
     *
     * @param status {@code development}, {@code live} or {@code paused}; others are kept
     * @param statusReason why
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record LiveStatus(
            String status,
            @Nullable String statusReason,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public LiveStatus {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of agents/update-live-status.
     *
     * @param status {@code development}, {@code live} or {@code paused}
     * @param statusReason why
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record UpdateLiveStatus(
            String status,
            @Nullable String statusReason,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

        public UpdateLiveStatus {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** A status without a reason. */
        public static UpdateLiveStatus of(String status) {
            return new UpdateLiveStatus(status, null, Map.of());
        }
    }
}
