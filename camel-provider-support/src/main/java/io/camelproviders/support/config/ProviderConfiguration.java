/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.retry.Backoff;
import io.camelproviders.core.retry.RetryPolicy;
import io.camelproviders.core.subscription.SubscriptionSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** Options that all four components share. Last link of the option chain; each component adds its own behind it. */
@UriParams
public abstract class ProviderConfiguration extends StreamingConfiguration {

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description =
                    "Whether a failed call fails the exchange; if not, the body becomes the error as the provider tells it.")
    private boolean throwExceptionOnFailure = true;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "true",
            description =
                    "Whether the failure carries an HttpOperationFailedException as its cause, so that existing onException clauses match.")
    private boolean httpCause = true;

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description =
                    "Whether a String body is the text of an operation that has one, whatever it looks like; if not it is JSON.")
    private boolean textInput = true;

    @UriParam(
            label = "producer",
            defaultValue = "ALL",
            enums = "ALL,PAGE,ITERATOR",
            description = "How a paged list is answered: all items, one page, or a lazy iterator.")
    private PagingMode paging = PagingMode.ALL;

    @UriParam(
            label = "common",
            defaultValue = "10000",
            description = "Most items that paging=all collects; more is an error.")
    private int maxItems = 10_000;

    @UriParam(
            label = "producer,advanced",
            description =
                    "Key of the logical call; by default one is made for each call of a row that is repeated under a key.")
    private @Nullable String idempotencyKey;

    @UriParam(
            label = "consumer",
            defaultValue = "NEW",
            enums = "NEW,CHANGED,ALL",
            description =
                    "Which items of a polled operation become exchanges: each once, again when it changed, or all at every poll.")
    private EmitMode emit = EmitMode.NEW;

    @UriParam(
            label = "consumer",
            description =
                    "Where the items of a polled answer stand that is not a list: names of fields with dots between. Without it such an answer is one item.")
    private @Nullable String itemsPath;

    @UriParam(
            label = "consumer",
            defaultValue = "id",
            description =
                    "Field that tells the items of a polled operation apart, dots lead into inner objects; items without it are told apart by all their contents.")
    private String itemKey = "id";

    @UriParam(
            label = "common",
            prefix = "param.",
            multiValue = true,
            description =
                    "Further fields of the request body, param.wire_name=value; JSON scalars are parsed, quotes keep text, dots nest.")
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
                Backoff.of(Duration.ofMillis(getReconnectDelay()), 2, Duration.ofMillis(getMaxReconnectDelay())),
                Backoff.of(Duration.ofMillis(getRetryDelay()), 2, Duration.ofMillis(getMaxRetryDelay())),
                getMaxReconnects(),
                getMaxFailureRetries(),
                Duration.ofMillis(getMaxRetryAfter()),
                getOnFailure(),
                getOnUnknownOffset(),
                isRetryOnAuthFailure());
    }

    /** Where a stream begins when nothing is stored; null for now. */
    protected @Nullable StreamOffset beginning() {
        return null;
    }
}
