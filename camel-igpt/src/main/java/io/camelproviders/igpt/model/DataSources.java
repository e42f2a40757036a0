/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests and responses: data sources. */
public final class DataSources {

    private DataSources() {}

    /**
     * A connected data source.
     *
     * @param id id, {@code service/id/type}
     * @param service service it lies in
     * @param type kind, {@code spike/messages} for example
     * @param status {@code enabled} for example
     * @param title title
     * @param subtitle second line
     * @param progress indexed so far, 0 to 100
     * @param newest Unix time of the newest item in seconds
     * @param oldest Unix time of the oldest item in seconds
     * @param additionalProperties further fields as they came
     */
    public record DataSource(
            @Nullable String id,
            @Nullable String service,
            @Nullable String type,
            @Nullable String status,
            @Nullable String title,
            @Nullable String subtitle,
            @Nullable Double progress,
            @Nullable Long newest,
            @Nullable Long oldest,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public DataSource {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Time of the newest item. */
        @JsonIgnore
        public Optional<Instant> newestTime() {
            return Optional.ofNullable(newest).map(Instant::ofEpochSecond);
        }

        /** Time of the oldest item. */
        @JsonIgnore
        public Optional<Instant> oldestTime() {
            return Optional.ofNullable(oldest).map(Instant::ofEpochSecond);
        }

        /** Whether all of it is indexed: progress 100. */
        @JsonIgnore
        public boolean indexed() {
            return progress != null && progress >= 100;
        }
    }

    /**
     * Whose data sources are asked for ({@code datasources/list}).
     *
     * @param user whose data is meant; the component's user if null
     * @param additionalProperties further fields as they came
     */
    public record DataSourcesRequest(
            @Nullable String user, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

        public DataSourcesRequest {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Which data source is taken off ({@code datasources/disconnect}).
     *
     * @param user whose data is meant; the component's user if null
     * @param id id of the data source, {@code service/id/type}; required
     * @param additionalProperties further fields as they came
     */
    public record DisconnectRequest(
            @Nullable String user,
            @Nullable String id,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

        public DisconnectRequest {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
