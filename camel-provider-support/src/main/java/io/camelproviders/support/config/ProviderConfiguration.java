/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.retry.RetryPolicy;
import io.camelproviders.core.subscription.SubscriptionSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** Options that all provider components share. Last class of the option chain; each component extends it with its own. */
@UriParams
public abstract class ProviderConfiguration extends StreamingConfiguration {

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description =
                    "Whether a failed call fails the exchange. If false, the message body becomes the error in the form of the provider.")
    private boolean throwExceptionOnFailure = true;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "true",
            description =
                    "Whether a call that failed with an HTTP status other than 2xx has an HttpOperationFailedException as its cause, so that existing onException clauses match.")
    private boolean httpCause = true;

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description =
                    "Whether a textual message body is the text of an operation that has a text parameter, whatever it looks like. If false, it is read as JSON.")
    private boolean textInput = true;

    @UriParam(
            label = "producer",
            defaultValue = "all",
            enums = "all,page,iterator",
            description = "How a paged list is returned: all items, one page, or a lazy iterator.")
    private PagingMode paging = PagingMode.ALL;

    @UriParam(
            label = "common",
            defaultValue = "10000",
            description = "Maximum number of items that paging=all collects; a longer list fails the call.")
    private int maxItems = 10_000;

    @UriParam(
            label = "producer,advanced",
            description =
                    "Idempotency key of the call. Defaults to a key that is generated for each logical call of an operation that is retried under a key. Endpoint only.")
    private @Nullable String idempotencyKey;

    @UriParam(
            label = "producer,advanced",
            description =
                    "Request id to send as X-Request-Id. Defaults to a random id for each logical call. Endpoint only.")
    private @Nullable String requestId;

    @UriParam(
            label = "consumer",
            defaultValue = "new",
            enums = "new,changed,all",
            description =
                    "Which items of a polled operation become exchanges: new items once, changed items again, or all items at every poll.")
    private EmitMode emit = EmitMode.NEW;

    @UriParam(
            label = "consumer",
            description =
                    "Path to the items when the response of a polled operation is not a list: field names separated by dots. Without it such a response is one item.")
    private @Nullable String itemsPath;

    @UriParam(
            label = "consumer",
            defaultValue = "id",
            description =
                    "Field that identifies an item of a polled operation; dots lead into nested objects. Items without it are identified by their whole content.")
    private String itemKey = "id";

    @UriParam(
            label = "common",
            prefix = "param.",
            multiValue = true,
            description =
                    "Additional fields of the request body, such as param.wire_name=value. JSON values are parsed, quotes keep text, dots nest. Not for secrets.")
    private Map<String, Object> params = new LinkedHashMap<>();

    public boolean isThrowExceptionOnFailure() {
        return throwExceptionOnFailure;
    }

    public void setThrowExceptionOnFailure(boolean throwExceptionOnFailure) {
        this.throwExceptionOnFailure = throwExceptionOnFailure;
    }

    public boolean isHttpCause() {
        return httpCause;
    }

    public void setHttpCause(boolean httpCause) {
        this.httpCause = httpCause;
    }

    public boolean isTextInput() {
        return textInput;
    }

    public void setTextInput(boolean textInput) {
        this.textInput = textInput;
    }

    public PagingMode getPaging() {
        return paging;
    }

    public void setPaging(PagingMode paging) {
        this.paging = paging;
    }

    public int getMaxItems() {
        return maxItems;
    }

    public void setMaxItems(int maxItems) {
        this.maxItems = maxItems;
    }

    public @Nullable String getIdempotencyKey() {
        return idempotencyKey;
    }

    public void setIdempotencyKey(@Nullable String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
    }

    public @Nullable String getRequestId() {
        return requestId;
    }

    public void setRequestId(@Nullable String requestId) {
        this.requestId = requestId;
    }

    public EmitMode getEmit() {
        return emit;
    }

    public void setEmit(EmitMode emit) {
        this.emit = emit;
    }

    public @Nullable String getItemsPath() {
        return itemsPath;
    }

    public void setItemsPath(@Nullable String itemsPath) {
        this.itemsPath = itemsPath;
    }

    public String getItemKey() {
        return itemKey;
    }

    public void setItemKey(String itemKey) {
        this.itemKey = itemKey;
    }

    public Map<String, Object> getParams() {
        return params;
    }

    public void setParams(Map<String, Object> params) {
        this.params = params;
    }

    /** A copy that shares nothing that can change. */
    public ProviderConfiguration copy() {
        try {
            ProviderConfiguration copy = (ProviderConfiguration) clone();
            copy.params = new LinkedHashMap<>(params);
            copy.setHttpHeaders(new LinkedHashMap<>(getHttpHeaders()));
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("configurations can be cloned", e);
        }
    }

    /** How calls are repeated, as an immutable record. */
    public RetryPolicy retryPolicy() {
        return new RetryPolicy(
                getMaxRetries(),
                Duration.ofMillis(getRetryDelay()),
                getRetryBackoffMultiplier(),
                Duration.ofMillis(getMaxRetryDelay()),
                Duration.ofMillis(getMaxRetryAfter()));
    }

    /** How streams live, as an immutable record. */
    public SubscriptionSettings streamSettings() {
        return new SubscriptionSettings(
                beginning(),
                getMaxInFlight(),
                getDedupWindow(),
                new RetryPolicy(
                        getMaxReconnects(),
                        Duration.ofMillis(getReconnectDelay()),
                        2,
                        Duration.ofMillis(getMaxReconnectDelay()),
                        SubscriptionSettings.MAX_REQUESTED_DELAY,
                        RetryPolicy.LongWait.SHORTEN),
                new RetryPolicy(
                        getMaxFailureRetries(),
                        Duration.ofMillis(getRetryDelay()),
                        2,
                        Duration.ofMillis(getMaxRetryDelay()),
                        Duration.ofMillis(getMaxRetryAfter()),
                        RetryPolicy.LongWait.STOP),
                Duration.ofMillis(getMaxRetryAfter()),
                getOnFailure(),
                getOnUnknownOffset(),
                isRetryOnAuthFailure(),
                SubscriptionSettings.Bounds.DEFAULT);
    }

    /** Where a stream begins when nothing is stored; null for now. */
    protected @Nullable StreamOffset beginning() {
        return null;
    }
}
