/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search in the connected data ({@code recall/search}).
 *
 * @param user whose data is meant; the component's user if null
 * @param query what to look for; null for everything
 * @param dateFrom first day, {@code YYYY-MM-DD}
 * @param dateTo last day, {@code YYYY-MM-DD}
 * @param maxResults bounds the one answer; there are no pages
 * @param filterPeople only what these people wrote or got
 * @param additionalProperties further fields as they came
 */
@SnakeCase
public record SearchRequest(
        @Nullable String user,
        @Nullable String query,
        @Nullable String dateFrom,
        @Nullable String dateTo,
        @Nullable Integer maxResults,
        @Nullable String filterPeople,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public SearchRequest {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Starts an empty request. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record. */
    public static final class Builder {

        private @Nullable String user;
        private @Nullable String query;
        private @Nullable String dateFrom;
        private @Nullable String dateTo;
        private @Nullable Integer maxResults;
        private @Nullable String filterPeople;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder() {}

        public Builder user(@Nullable String value) {
            this.user = value;
            return this;
        }

        public Builder query(@Nullable String value) {
            this.query = value;
            return this;
        }

        public Builder dateFrom(@Nullable String value) {
            this.dateFrom = value;
            return this;
        }

        public Builder dateTo(@Nullable String value) {
            this.dateTo = value;
            return this;
        }

        public Builder maxResults(@Nullable Integer value) {
            this.maxResults = value;
            return this;
        }

        public Builder filterPeople(@Nullable String value) {
            this.filterPeople = value;
            return this;
        }

        /** A field that this library does not know; passed through as it is. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        /** The request. */
        public SearchRequest build() {
            return new SearchRequest(user, query, dateFrom, dateTo, maxResults, filterPeople, additionalProperties);
        }
    }
}
