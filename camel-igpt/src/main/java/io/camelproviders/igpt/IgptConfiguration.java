/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import io.camelproviders.support.config.ProviderConfiguration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** Options of the igpt component and its endpoints. */
@UriParams
public class IgptConfiguration extends ProviderConfiguration {

    @UriParam(label = "common", description = "Whose data is meant. On the component it is the default of all calls.")
    private @Nullable String user;

    @UriParam(label = "common", description = "The question or task of recall/ask and recall/run.")
    private @Nullable String input;

    @UriParam(
            label = "common",
            description = "How thorough the answer shall be: cef-1-normal, cef-1-high, cef-1-reasoning for example.")
    private @Nullable String quality;

    @UriParam(
            label = "common",
            description =
                    "Form of an answer of recall/ask and recall/run: text, json, the JSON text of a schema, or a resource that holds one (classpath:, file:). An answer that does not fit the schema fails.")
    private @Nullable String outputFormat;

    @UriParam(
            label = "common",
            description =
                    "Name of a record or class that answers of recall/ask and recall/run are bound to; without outputFormat the schema is derived from it.")
    private @Nullable String outputClass;

    @UriParam(label = "common", description = "How hard recall/run thinks: low, medium or high.")
    private @Nullable String reasoningEffort;

    @UriParam(label = "common", description = "How recall/run shall answer.")
    private @Nullable String instructions;

    @UriParam(label = "common", description = "What recall/search looks for.")
    private @Nullable String query;

    @UriParam(label = "common", description = "recall/search finds nothing older: an ISO-8601 date.")
    private @Nullable String dateFrom;

    @UriParam(label = "common", description = "recall/search finds nothing newer: an ISO-8601 date.")
    private @Nullable String dateTo;

    @UriParam(label = "common", description = "Most results of recall/search.")
    private @Nullable Integer maxResults;

    @UriParam(label = "common", description = "Whom the results of recall/search must concern.")
    private @Nullable String filterPeople;

    @UriParam(label = "producer", description = "Id of the data source that datasources/disconnect takes off.")
    private @Nullable String id;

    @UriParam(label = "producer", description = "Service that connectors/authorize connects: spike for example.")
    private @Nullable String service;

    @UriParam(label = "producer", description = "Access that connectors/authorize asks for: messages for example.")
    private @Nullable String scope;

    @UriParam(label = "producer", description = "Where connectors/authorize sends the browser of the user afterwards.")
    private @Nullable String redirectUri;

    @UriParam(label = "producer", description = "Value that connectors/authorize hands back to redirectUri.")
    private @Nullable String state;

    /** The provider's own defaults: answers take long. */
    public IgptConfiguration() {
        setMaxRetries(2);
        setRetryDelay(100);
        setMaxRetryDelay(20_000);
        setRequestTimeout(600_000);
        setReadIdleTimeout(120_000);
    }

    public @Nullable String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = user;
    }

    public @Nullable String getInput() {
        return input;
    }

    public void setInput(@Nullable String input) {
        this.input = input;
    }

    public @Nullable String getQuality() {
        return quality;
    }

    public void setQuality(@Nullable String quality) {
        this.quality = quality;
    }

    public @Nullable String getOutputFormat() {
        return outputFormat;
    }

    public void setOutputFormat(@Nullable String outputFormat) {
        this.outputFormat = outputFormat;
    }

    public @Nullable String getOutputClass() {
        return outputClass;
    }

    public void setOutputClass(@Nullable String outputClass) {
        this.outputClass = outputClass;
    }

    public @Nullable String getReasoningEffort() {
        return reasoningEffort;
    }

    public void setReasoningEffort(@Nullable String reasoningEffort) {
        this.reasoningEffort = reasoningEffort;
    }

    public @Nullable String getInstructions() {
        return instructions;
    }

    public void setInstructions(@Nullable String instructions) {
        this.instructions = instructions;
    }

    public @Nullable String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query;
    }

    public @Nullable String getDateFrom() {
        return dateFrom;
    }

    public void setDateFrom(@Nullable String dateFrom) {
        this.dateFrom = dateFrom;
    }

    public @Nullable String getDateTo() {
        return dateTo;
    }

    public void setDateTo(@Nullable String dateTo) {
        this.dateTo = dateTo;
    }

    public @Nullable Integer getMaxResults() {
        return maxResults;
    }

    public void setMaxResults(@Nullable Integer maxResults) {
        this.maxResults = maxResults;
    }

    public @Nullable String getFilterPeople() {
        return filterPeople;
    }

    public void setFilterPeople(@Nullable String filterPeople) {
        this.filterPeople = filterPeople;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getService() {
        return service;
    }

    public void setService(@Nullable String service) {
        this.service = service;
    }

    public @Nullable String getScope() {
        return scope;
    }

    public void setScope(@Nullable String scope) {
        this.scope = scope;
    }

    public @Nullable String getRedirectUri() {
        return redirectUri;
    }

    public void setRedirectUri(@Nullable String redirectUri) {
        this.redirectUri = redirectUri;
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state;
    }

    @Override
    public IgptConfiguration copy() {
        return (IgptConfiguration) super.copy();
    }
}
