/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import io.camelproviders.support.config.ProviderConfiguration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** Options of the chatroutes component and its endpoints. */
@UriParams
public class ChatroutesConfiguration extends ProviderConfiguration {

    @UriParam(label = "common", description = "Id of the conversation.")
    private @Nullable String conversationId;

    @UriParam(
            label = "common",
            description =
                    "Id of the branch. In messages/list and checkpoints/list only this branch is listed; in messages/send and messages/stream the message goes there.")
    private @Nullable String branchId;

    @UriParam(label = "common", description = "Id of the message.")
    private @Nullable String messageId;

    @UriParam(label = "common", description = "Id of the checkpoint.")
    private @Nullable String checkpointId;

    @UriParam(
            label = "producer",
            description =
                    "Text of the message that messages/send, messages/stream and branches/send-message send and messages/update sets.")
    private @Nullable String content;

    @UriParam(label = "producer", description = "Text for which autobranch/suggest-branches suggests branches.")
    private @Nullable String text;

    @UriParam(
            label = "common",
            description = "Number of the page of a list, from 1; given, only that page is answered.")
    private @Nullable Integer page;

    @UriParam(label = "common", description = "Items on a page of a list.")
    private @Nullable Integer limit;

    @UriParam(
            label = "common",
            enums = "all,owned,shared",
            description = "Whose conversations are listed: all, owned or shared.")
    private @Nullable String filter;

    @UriParam(
            label = "security",
            defaultValue = "API_KEY",
            enums = "API_KEY,BEARER",
            description =
                    "With what calls are authorised: apiKey, or bearer for a token that a login brings and that refreshes itself.")
    private AuthMode authMode = AuthMode.API_KEY;

    @UriParam(label = "security", secret = true, description = "Address to log in with; for authMode=bearer.")
    private @Nullable String email;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "Password to log in with; for authMode=bearer. Best given on the component, from a property function or a vault.")
    private @Nullable String password;

    private boolean requestTimeoutGiven;

    /** Begins with what ChatRoutes' own clients do: three retries, one second before the first. */
    public ChatroutesConfiguration() {
        setMaxRetries(3);
        setRetryDelay(1_000);
        setMaxRetryDelay(20_000);
        setReadIdleTimeout(120_000);
    }

    public @Nullable String getConversationId() {
        return conversationId;
    }

    public void setConversationId(@Nullable String conversationId) {
        this.conversationId = conversationId;
    }

    public @Nullable String getBranchId() {
        return branchId;
    }

    public void setBranchId(@Nullable String branchId) {
        this.branchId = branchId;
    }

    public @Nullable String getMessageId() {
        return messageId;
    }

    public void setMessageId(@Nullable String messageId) {
        this.messageId = messageId;
    }

    public @Nullable String getCheckpointId() {
        return checkpointId;
    }

    public void setCheckpointId(@Nullable String checkpointId) {
        this.checkpointId = checkpointId;
    }

    public @Nullable String getContent() {
        return content;
    }

    public void setContent(@Nullable String content) {
        this.content = content;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
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

    public @Nullable String getFilter() {
        return filter;
    }

    public void setFilter(@Nullable String filter) {
        this.filter = filter;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public AuthMode getAuthMode() {
        return authMode;
    }

    public void setAuthMode(AuthMode authMode) {
        this.authMode = authMode;
    }

    @Override
    public void setRequestTimeout(long requestTimeout) {
        super.setRequestTimeout(requestTimeout);
        requestTimeoutGiven = true;
    }

    /** Whether somebody chose the timeout; if not, calls that wait for a model get a longer one. */
    boolean requestTimeoutGiven() {
        return requestTimeoutGiven;
    }

    @Override
    public ChatroutesConfiguration copy() {
        return (ChatroutesConfiguration) super.copy();
    }
}
