/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

import io.camelproviders.core.subscription.OnFailure;
import io.camelproviders.core.subscription.OnUnknownOffset;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** How streams live. Third link of the option chain. */
@UriParams
public abstract class SubscriptionConfiguration extends RetryConfiguration {

    @UriParam(
            label = "common",
            javaType = "java.time.Duration",
            description = "How long a stream may be silent before it counts as dead.")
    private long readIdleTimeout = 90_000;

    @UriParam(
            label = "consumer",
            defaultValue = "500",
            javaType = "java.time.Duration",
            description = "Wait before the first reconnect; jittered.")
    private long reconnectDelay = 500;

    @UriParam(
            label = "consumer",
            defaultValue = "30s",
            javaType = "java.time.Duration",
            description = "Longest wait between reconnects.")
    private long maxReconnectDelay = 30_000;

    @UriParam(
            label = "consumer",
            defaultValue = "-1",
            description = "Failed attempts in a row before the stream gives up; negative for never.")
    private int maxReconnects = -1;

    @UriParam(label = "advanced", defaultValue = "4194304", description = "Longest event of a stream, in bytes.")
    private int maxEventBytes = 4 * 1024 * 1024;

    @UriParam(label = "advanced", defaultValue = "1048576", description = "Longest line of a stream, in bytes.")
    private int maxLineBytes = 1024 * 1024;

    @UriParam(
            label = "consumer",
            defaultValue = "1",
            description =
                    "Messages of one stream that are in the route and not yet stored as done; 1 keeps strict order.")
    private int maxInFlight = 1;

    @UriParam(
            label = "consumer",
            defaultValue = "256",
            description = "Messages of all streams of a consumer that are in the route at a time.")
    private int maxInFlightTotal = 256;

    @UriParam(
            label = "consumer",
            defaultValue = "RETRY",
            enums = "RETRY,STOP,SKIP",
            description = "What becomes of a message whose exchange failed and was not handled.")
    private OnFailure onFailure = OnFailure.RETRY;

    @UriParam(
            label = "consumer",
            defaultValue = "-1",
            description =
                    "Tries of a failed message after the first one; negative for without end. When used up the stream stops.")
    private int maxFailureRetries = -1;

    @UriParam(
            label = "consumer",
            defaultValue = "FAIL",
            enums = "FAIL,NOW",
            description =
                    "What to do when the provider does not know the stored offset: stop, or go on from now with a warning.")
    private OnUnknownOffset onUnknownOffset = OnUnknownOffset.FAIL;

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description = "Goes on trying when the key is refused, instead of stopping.")
    private boolean retryOnAuthFailure;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "1000",
            description = "Ids remembered to drop messages that the provider sends again.")
    private int dedupWindow = 1_000;

    @UriParam(
            label = "consumer",
            description = "Directory of the embedded, crash-safe offset store. One process at a time.")
    private @Nullable String offsetDirectory;

    @UriParam(
            label = "consumer",
            description = "Where offsets are kept, instead of the embedded store: any state repository.")
    private @Nullable StateRepository<String, String> offsetRepository;

    @UriParam(
            label = "consumer,advanced",
            description = "Key under which the offset is kept. The default holds scheme, host, account and stream.")
    private @Nullable String offsetKey;

    @UriParam(
            label = "consumer",
            defaultValue = "30s",
            javaType = "java.time.Duration",
            description = "How often new streams are looked for when all of them are consumed.")
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

    @UriParam(label = "consumer", description = "Roles whose messages are emitted, comma separated; all by default.")
    private @Nullable String roles;

    @UriParam(
            label = "consumer",
            defaultValue = "true",
            description =
                    "Passes over messages that sends of this Camel context caused, so that a route that answers never answers itself.")
    private boolean skipOwn = true;

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

    public boolean isSkipOwn() {
        return skipOwn;
    }

    public void setSkipOwn(boolean skipOwn) {
        this.skipOwn = skipOwn;
    }
}
