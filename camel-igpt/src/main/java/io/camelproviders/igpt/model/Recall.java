/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: recall. */
public final class Recall {

    private Recall() {}

    /**
     * A question about the connected data ({@code recall/ask}).
     *
     * @param user whose data is meant; the component's user if null
     * @param input the question; required
     * @param stream whether the answer is streamed; set by the component
     * @param quality for example {@code cef-1-normal}
     * @param outputFormat {@code "text"}, {@code "json"} or an object with {@code schema}
     * @param additionalProperties further fields as they came
     */
    @SnakeCase
    @Builder
    public record AskRequest(
            @Nullable String user,
            @Nullable String input,
            @Nullable Boolean stream,
            @Nullable String quality,
            @Nullable Object outputFormat,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public AskRequest {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static AskRequestBuilder builder() {
            return AskRequestBuilder.askRequest();
        }
    }

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
    @Builder
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

        /** Starts a builder without values. */
        public static SearchRequestBuilder builder() {
            return SearchRequestBuilder.searchRequest();
        }
    }

    /**
     * Where a statement of an answer comes from.
     *
     * @param id id of the source
     * @param type kind of the source
     * @param provider service it lies in
     * @param picture address of a picture
     * @param title title
     * @param timestamp Unix time in seconds
     * @param additionalProperties further fields as they came
     */
    public record Source(
            @Nullable String id,
            @Nullable String type,
            @Nullable String provider,
            @Nullable String picture,
            @Nullable String title,
            @Nullable Long timestamp,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Source {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** When, as an instant. */
        @JsonIgnore
        public Optional<Instant> time() {
            return Optional.ofNullable(timestamp).map(Instant::ofEpochSecond);
        }
    }

    /**
     * What stands beside a result.
     *
     * @param sources where statements come from
     * @param additionalProperties further fields as they came
     */
    public record Sources(
            @Nullable List<Source> sources, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Sources {
            sources = ProviderModel.itemsOrNull(sources);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A piece of text inside a run item.
     *
     * @param type {@code output_text} or {@code summary_text}
     * @param text the text
     * @param additionalProperties further fields as they came
     */
    public record TextPart(
            @Nullable String type,
            @Nullable String text,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public TextPart {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Tokens that an answer took.
     *
     * @param inputTokens tokens read
     * @param outputTokens tokens written
     * @param totalTokens both
     * @param additionalProperties further fields as they came
     */
    @SnakeCase
    public record Usage(
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            @Nullable Long totalTokens,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Usage {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
