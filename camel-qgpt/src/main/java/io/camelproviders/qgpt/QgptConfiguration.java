/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.core.retry.Backoff;
import io.camelproviders.qgpt.stream.SocketSettings;
import io.camelproviders.support.config.ProviderConfiguration;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** Options of the qgpt component and its endpoints. */
@UriParams
public class QgptConfiguration extends ProviderConfiguration {

    @UriParam(label = "common", description = "What is asked; also the text of the message body.")
    private @Nullable String query;

    @UriParam(
            label = "common",
            description =
                    "Id of a persisted conversation: the one to read, or the one that a question of stream is added to.")
    private @Nullable String conversationId;

    @UriParam(label = "common", description = "Id of a persisted message.")
    private @Nullable String messageId;

    @UriParam(label = "common", description = "Id of the language model; the default is the one that Pieces OS uses.")
    private @Nullable String model;

    @UriParam(
            label = "common",
            description = "Id of the application that asks, as connect gave it; a field of questions.")
    private @Nullable String application;

    @UriParam(
            label = "common",
            description =
                    "Id of the application that calls, as connect gave it; travels as the header X-Application-ID of calls.")
    private @Nullable String applicationId;

    @UriParam(
            label = "producer",
            description = "Whether a question of stream may be routed to agents; false saves that.")
    private @Nullable Boolean agent;

    @UriParam(label = "producer", description = "Title of the conversation that conversations/create begins.")
    private @Nullable String name;

    @UriParam(label = "common", description = "Whether persisted contents come with the answer.")
    private @Nullable Boolean transferables;

    @UriParam(
            label = "producer",
            description =
                    "Kind of answer that is wanted, by its name: contextualized_code_dialog for example. Case, dashes and underscores do not matter.")
    private @Nullable String pipeline;

    @UriParam(
            label = "producer",
            description =
                    "Absolute paths of files or folders on the machine of the server, comma separated: where relevance searches. A question of stream with paths is a search that is answered.")
    private @Nullable String paths;

    @UriParam(
            label = "common",
            defaultValue = "false",
            description =
                    "After a drop the answer of a question whose conversation is known is fetched from there, rather than failing. Nothing is asked again.")
    private boolean recover;

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description =
                    "Fetches the new messages of a conversation that changed: the body of conversations/stream is then their list, in order.")
    private boolean fetchMessages;

    @UriParam(
            label = "advanced",
            defaultValue = "20s",
            javaType = "java.time.Duration",
            description =
                    "Time between two pings on the shared socket, 0 for none; a dead server is found by them. Set on the component.")
    private long pingInterval = 20_000;

    /** The provider's own defaults: on the same machine, and answers take long. */
    public QgptConfiguration() {
        setMaxRetries(0);
        setConnectTimeout(2_000);
        setRequestTimeout(600_000);
        setReadIdleTimeout(120_000);
    }

    public @Nullable String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query;
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

    public @Nullable String getModel() {
        return model;
    }

    public void setModel(@Nullable String model) {
        this.model = model;
    }

    public @Nullable String getApplication() {
        return application;
    }

    public void setApplication(@Nullable String application) {
        this.application = application;
    }

    public @Nullable String getApplicationId() {
        return applicationId;
    }

    public void setApplicationId(@Nullable String applicationId) {
        this.applicationId = applicationId;
    }

    public @Nullable Boolean getAgent() {
        return agent;
    }

    public void setAgent(@Nullable Boolean agent) {
        this.agent = agent;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable Boolean getTransferables() {
        return transferables;
    }

    public void setTransferables(@Nullable Boolean transferables) {
        this.transferables = transferables;
    }

    public @Nullable String getPipeline() {
        return pipeline;
    }

    public void setPipeline(@Nullable String pipeline) {
        this.pipeline = pipeline;
    }

    public @Nullable String getPaths() {
        return paths;
    }

    public void setPaths(@Nullable String paths) {
        this.paths = paths;
    }

    public boolean isRecover() {
        return recover;
    }

    public void setRecover(boolean recover) {
        this.recover = recover;
    }

    public boolean isFetchMessages() {
        return fetchMessages;
    }

    public void setFetchMessages(boolean fetchMessages) {
        this.fetchMessages = fetchMessages;
    }

    public long getPingInterval() {
        return pingInterval;
    }

    public void setPingInterval(long pingInterval) {
        this.pingInterval = pingInterval;
    }

    @Override
    public QgptConfiguration copy() {
        return (QgptConfiguration) super.copy();
    }

    /** @throws IllegalArgumentException with the name of the first wrong option */
    void check() {
        if (pingInterval < 0) {
            throw new IllegalArgumentException("pingInterval must be at least 0, was " + pingInterval);
        }
    }

    /** The paths one by one. */
    List<String> pathList() {
        return paths == null
                ? List.of()
                : Arrays.stream(paths.split(",", -1))
                        .map(String::strip)
                        .filter(path -> !path.isEmpty())
                        .toList();
    }

    /** As long as the time between two pings, within bounds. */
    private Duration pongTimeout(Duration longest) {
        long millis = Math.max(1_000, pingInterval);
        return pingInterval == 0 || millis > longest.toMillis() ? longest : Duration.ofMillis(millis);
    }

    /** How the shared socket lives. */
    SocketSettings socketSettings() {
        SocketSettings usual = SocketSettings.defaults();
        SocketSettings.Sizes sizes = usual.sizes();
        return new SocketSettings(
                Duration.ofMillis(getConnectTimeout()),
                pingInterval == 0 ? null : Duration.ofMillis(pingInterval),
                pongTimeout(usual.pongTimeout()),
                Backoff.of(Duration.ofMillis(getReconnectDelay()), 2, Duration.ofMillis(getMaxReconnectDelay())),
                usual.stopTimeout(),
                usual.recovery(),
                new SocketSettings.Sizes(
                        getMaxEventBytes(), sizes.window(), sizes.maxPartialText(), sizes.maxWaiting()));
    }
}
