/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.support.config.ProviderConfiguration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** Options of the bimpeai component and its endpoints. */
@UriParams
public class BimpeaiConfiguration extends ProviderConfiguration {

    @UriParam(label = "common", description = "Id of the agent.")
    private @Nullable String agentId;

    @UriParam(
            label = "common",
            description = "Id of the conversation; an asterisk consumes the streams of all conversations of the agent.")
    private @Nullable String conversationId;

    @UriParam(label = "common", description = "Id of the message.")
    private @Nullable String messageId;

    @UriParam(label = "common", description = "Id of the integration.")
    private @Nullable String integrationId;

    @UriParam(label = "common", description = "Id of the tool.")
    private @Nullable String toolId;

    @UriParam(label = "common", description = "Id of the knowledge base.")
    private @Nullable String knowledgeBaseId;

    @UriParam(label = "common", description = "Id of the workflow.")
    private @Nullable String workflowId;

    @UriParam(label = "common", description = "Id of the call.")
    private @Nullable String callId;

    @UriParam(label = "common", description = "Id of the phone number.")
    private @Nullable String phoneNumberId;

    @UriParam(label = "producer", description = "Text of the message that messages/send and conversations/send send.")
    private @Nullable String message;

    @UriParam(
            label = "common",
            description = "Number of the page of a list, from 1; given, only that page is answered.")
    private @Nullable Integer page;

    @UriParam(label = "common", description = "Items on a page of a list.")
    private @Nullable Integer limit;

    @UriParam(label = "common", description = "Text that the items of a list must match.")
    private @Nullable String search;

    @UriParam(
            label = "common",
            description = "Field by which a list is sorted; a minus sign in front sorts downwards: -created_at.")
    private @Nullable String sort;

    @UriParam(label = "common", description = "Whose workflows are listed: owned, public or accessible.")
    private @Nullable String scope;

    @UriParam(
            label = "common",
            description =
                    "Channel of the conversations: whatsapp, webchat, telephony, test_whatsapp, test_webchat or test_telephony.")
    private @Nullable String channel;

    @UriParam(label = "common", description = "Lists conversations of test channels, or of others.")
    private @Nullable Boolean isTestChannel;

    @UriParam(label = "common", description = "Lists conversations in which the agent keeps silent, or others.")
    private @Nullable Boolean isAiChatPaused;

    @UriParam(label = "common", description = "Lists conversations that need a person, or others.")
    private @Nullable Boolean needsAttention;

    @UriParam(label = "common", description = "Lists test calls, or others.")
    private @Nullable Boolean isTestCall;

    @UriParam(
            label = "common",
            description =
                    "Status of the calls that are listed: queued, ringing, answered, ended, busy, failed or cancelled.")
    private @Nullable String status;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether conversations/send looks up the conversation that it wrote into, for the answer does not name it, and sets the header CamelBimpeaiConversationId. It takes one more call.")
    private boolean lookUpConversation;

    @UriParam(
            label = "consumer",
            description =
                    "Where a stream begins when no offset is stored: a message id or an ISO-8601 time. The default is now, pinned at the first start.")
    private @Nullable String after;

    public @Nullable String getAgentId() {
        return agentId;
    }

    public void setAgentId(@Nullable String agentId) {
        this.agentId = agentId;
    }

    public @Nullable String getConversationId() {
        return conversationId;
    }

    public void setConversationId(@Nullable String conversationId) {
        this.conversationId = conversationId;
    }

    public @Nullable String getMessageId() {
        return messageId;
    }

    public void setMessageId(@Nullable String messageId) {
        this.messageId = messageId;
    }

    public @Nullable String getIntegrationId() {
        return integrationId;
    }

    public void setIntegrationId(@Nullable String integrationId) {
        this.integrationId = integrationId;
    }

    public @Nullable String getToolId() {
        return toolId;
    }

    public void setToolId(@Nullable String toolId) {
        this.toolId = toolId;
    }

    public @Nullable String getKnowledgeBaseId() {
        return knowledgeBaseId;
    }

    public void setKnowledgeBaseId(@Nullable String knowledgeBaseId) {
        this.knowledgeBaseId = knowledgeBaseId;
    }

    public @Nullable String getWorkflowId() {
        return workflowId;
    }

    public void setWorkflowId(@Nullable String workflowId) {
        this.workflowId = workflowId;
    }

    public @Nullable String getCallId() {
        return callId;
    }

    public void setCallId(@Nullable String callId) {
        this.callId = callId;
    }

    public @Nullable String getPhoneNumberId() {
        return phoneNumberId;
    }

    public void setPhoneNumberId(@Nullable String phoneNumberId) {
        this.phoneNumberId = phoneNumberId;
    }

    public @Nullable String getMessage() {
        return message;
    }

    public void setMessage(@Nullable String message) {
        this.message = message;
    }

    public @Nullable Integer getPage() {
        return page;
    }

    public void setPage(@Nullable Integer page) {
        this.page = page;
    }

    public @Nullable Integer getLimit() {
        return limit;
    }

    public void setLimit(@Nullable Integer limit) {
        this.limit = limit;
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public @Nullable String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = sort;
    }

    public @Nullable String getScope() {
        return scope;
    }

    public void setScope(@Nullable String scope) {
        this.scope = scope;
    }

    public @Nullable String getChannel() {
        return channel;
    }

    public void setChannel(@Nullable String channel) {
        this.channel = channel;
    }

    public @Nullable Boolean getIsTestChannel() {
        return isTestChannel;
    }

    public void setIsTestChannel(@Nullable Boolean isTestChannel) {
        this.isTestChannel = isTestChannel;
    }

    public @Nullable Boolean getIsAiChatPaused() {
        return isAiChatPaused;
    }

    public void setIsAiChatPaused(@Nullable Boolean isAiChatPaused) {
        this.isAiChatPaused = isAiChatPaused;
    }

    public @Nullable Boolean getNeedsAttention() {
        return needsAttention;
    }

    public void setNeedsAttention(@Nullable Boolean needsAttention) {
        this.needsAttention = needsAttention;
    }

    public @Nullable Boolean getIsTestCall() {
        return isTestCall;
    }

    public void setIsTestCall(@Nullable Boolean isTestCall) {
        this.isTestCall = isTestCall;
    }

    public @Nullable String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = status;
    }

    public boolean isLookUpConversation() {
        return lookUpConversation;
    }

    public void setLookUpConversation(boolean lookUpConversation) {
        this.lookUpConversation = lookUpConversation;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }

    @Override
    public BimpeaiConfiguration copy() {
        return (BimpeaiConfiguration) super.copy();
    }

    /** A blank in a time is the plus sign of its zone: a URI turns the one into the other. */
    @Override
    protected @Nullable StreamOffset beginning() {
        return after == null || after.isBlank()
                ? null
                : new StreamOffset(after.strip().replace(' ', '+'));
    }
}
