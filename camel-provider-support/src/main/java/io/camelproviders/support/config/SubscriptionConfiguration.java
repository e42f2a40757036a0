/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

import io.camelproviders.core.subscription.OnFailure;
import io.camelproviders.core.subscription.OnUnknownOffset;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** Options of stream consumers. Third class of the option chain. */
@UriParams
public abstract class SubscriptionConfiguration extends RetryConfiguration {

    @UriParam(
            label = "common",
            javaType = "java.time.Duration",
            description = "Maximum time without any data before a stream is considered broken.")
    private long readIdleTimeout = 90_000;

    @UriParam(
            label = "consumer",
            defaultValue = "500",
            javaType = "java.time.Duration",
            description =
                    "Delay before the first reconnect. The actual delay is random, between a tenth of it and all of it.")
    private long reconnectDelay = 500;

    @UriParam(
            label = "consumer",
            defaultValue = "30s",
            javaType = "java.time.Duration",
            description = "Maximum back-off delay between reconnects.")
    private long maxReconnectDelay = 30_000;

    @UriParam(
            label = "consumer",
            defaultValue = "-1",
            description =
                    "Maximum number of consecutive failed connection attempts before a stream fails; negative means unlimited.")
    private int maxReconnects = -1;

    @UriParam(label = "advanced", defaultValue = "4194304", description = "Maximum size of one stream event in bytes.")
    private int maxEventBytes = 4 * 1024 * 1024;

    @UriParam(
            label = "advanced",
            defaultValue = "1048576",
            description = "Maximum length of one line of a stream in bytes.")
    private int maxLineBytes = 1024 * 1024;

    @UriParam(
            label = "consumer",
            defaultValue = "1",
            description =
                    "Maximum number of messages of one stream that are being routed or whose offset is not yet committed. 1 keeps strict order.")
    private int maxInFlight = 1;

    @UriParam(
            label = "consumer",
            defaultValue = "256",
            description = "Maximum number of messages being routed at a time, over all streams of the consumer.")
    private int maxInFlightTotal = 256;

    @UriParam(
            label = "consumer",
            defaultValue = "retry",
            enums = "retry,stop,skip",
            description =
                    "How failed messages are handled when the error handler of the route does not handle them: redeliver the same message after a back-off, stop the stream, or skip the message.")
    private OnFailure onFailure = OnFailure.RETRY;

    @UriParam(
            label = "consumer",
            defaultValue = "-1",
            description =
                    "Maximum number of redeliveries of a failed message; negative means unlimited. When they are exhausted the stream stops.")
    private int maxFailureRetries = -1;

    @UriParam(
            label = "consumer",
            defaultValue = "fail",
            enums = "fail,now",
            description =
                    "What to do when the provider does not know the stored offset: fail, or continue from now with a warning.")
    private OnUnknownOffset onUnknownOffset = OnUnknownOffset.FAIL;

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description = "Whether to keep reconnecting when the provider rejects the credentials, instead of failing.")
    private boolean retryOnAuthFailure;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "1000",
            description =
                    "Number of message ids to remember per stream, to drop messages that the provider sends again.")
    private int dedupWindow = 1_000;

    @UriParam(
            label = "consumer",
            description = "Directory of the embedded, crash-safe offset store. Used by one process at a time.")
    private @Nullable String offsetDirectory;

    @UriParam(
            label = "consumer",
            description = "State repository that stores the offsets instead of the embedded store.")
    private @Nullable StateRepository<String, String> offsetRepository;

    @UriParam(
            label = "consumer,advanced",
            description = "Key under which the offset is stored. Defaults to scheme, host, account and stream.")
    private @Nullable String offsetKey;

    @UriParam(
            label = "consumer",
            defaultValue = "30s",
            javaType = "java.time.Duration",
            description = "Delay between two searches for new streams when all streams of an account are consumed.")
    private long discoveryDelay = 30_000;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "2s",
            javaType = "java.time.Duration",
            description =
                    "How long the start of a route may be held up, when no offset is stored, to determine where it begins;"
                            + " all consumers of a component and host share this time. A provider that does not respond"
                            + " in time does not fail the start.")
    private long startTimeout = 2_000;

    @UriParam(
            label = "consumer",
            description = "Comma-separated roles whose messages are delivered. Defaults to all roles.")
    private @Nullable String roles;

    @UriParam(
            label = "consumer",
            defaultValue = "true",
            description =
                    "Whether to skip messages that calls of this CamelContext sent, so that a route that replies never replies to itself.")
    private boolean skipSent = true;

    public long getReadIdleTimeout() {
        return readIdleTimeout;
    }

    public void setReadIdleTimeout(long readIdleTimeout) {
        this.readIdleTimeout = readIdleTimeout;
    }

    public long getReconnectDelay() {
        return reconnectDelay;
    }

    public void setReconnectDelay(long reconnectDelay) {
        this.reconnectDelay = reconnectDelay;
    }

    public long getMaxReconnectDelay() {
        return maxReconnectDelay;
    }

    public void setMaxReconnectDelay(long maxReconnectDelay) {
        this.maxReconnectDelay = maxReconnectDelay;
    }

    public int getMaxReconnects() {
        return maxReconnects;
    }

    public void setMaxReconnects(int maxReconnects) {
        this.maxReconnects = maxReconnects;
    }

    public int getMaxEventBytes() {
        return maxEventBytes;
    }

    public void setMaxEventBytes(int maxEventBytes) {
        this.maxEventBytes = maxEventBytes;
    }

    public int getMaxLineBytes() {
        return maxLineBytes;
    }

    public void setMaxLineBytes(int maxLineBytes) {
        this.maxLineBytes = maxLineBytes;
    }

    public int getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public int getMaxInFlightTotal() {
        return maxInFlightTotal;
    }

    public void setMaxInFlightTotal(int maxInFlightTotal) {
        this.maxInFlightTotal = maxInFlightTotal;
    }

    public OnFailure getOnFailure() {
        return onFailure;
    }

    public void setOnFailure(OnFailure onFailure) {
        this.onFailure = onFailure;
    }

    public int getMaxFailureRetries() {
        return maxFailureRetries;
    }

    public void setMaxFailureRetries(int maxFailureRetries) {
        this.maxFailureRetries = maxFailureRetries;
    }

    public OnUnknownOffset getOnUnknownOffset() {
        return onUnknownOffset;
    }

    public void setOnUnknownOffset(OnUnknownOffset onUnknownOffset) {
        this.onUnknownOffset = onUnknownOffset;
    }

    public boolean isRetryOnAuthFailure() {
        return retryOnAuthFailure;
    }

    public void setRetryOnAuthFailure(boolean retryOnAuthFailure) {
        this.retryOnAuthFailure = retryOnAuthFailure;
    }

    public int getDedupWindow() {
        return dedupWindow;
    }

    public void setDedupWindow(int dedupWindow) {
        this.dedupWindow = dedupWindow;
    }

    public @Nullable String getOffsetDirectory() {
        return offsetDirectory;
    }

    public void setOffsetDirectory(@Nullable String offsetDirectory) {
        this.offsetDirectory = offsetDirectory;
    }

    public @Nullable StateRepository<String, String> getOffsetRepository() {
        return offsetRepository;
    }

    public void setOffsetRepository(@Nullable StateRepository<String, String> offsetRepository) {
        this.offsetRepository = offsetRepository;
    }

    public @Nullable String getOffsetKey() {
        return offsetKey;
    }

    public void setOffsetKey(@Nullable String offsetKey) {
        this.offsetKey = offsetKey;
    }

    public long getDiscoveryDelay() {
        return discoveryDelay;
    }

    public void setDiscoveryDelay(long discoveryDelay) {
        this.discoveryDelay = discoveryDelay;
    }

    public long getStartTimeout() {
        return startTimeout;
    }

    public void setStartTimeout(long startTimeout) {
        this.startTimeout = startTimeout;
    }

    public @Nullable String getRoles() {
        return roles;
    }

    public void setRoles(@Nullable String roles) {
        this.roles = roles;
    }

    public boolean isSkipSent() {
        return skipSent;
    }

    public void setSkipSent(boolean skipSent) {
        this.skipSent = skipSent;
    }
}
