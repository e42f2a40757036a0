/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.stream;

import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.support.component.StreamPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Asks the console where "now" is. The {@code Date} header of any response tells it; without one the newest message does,
 * and where nothing was said yet the creation of the conversation or agent. Bodies are read as plain JSON: an item that
 * breaks the contract must not keep a route from its beginning.
 */
final class BimpeaiPositions {

    /** Conversations looked at for the newest message: a list that cannot be sorted by activity is then still covered. */
    private static final String PAGE = "100";

    private static final Duration BEFORE = Duration.ofSeconds(1);

    private final BimpeaiStreams streams;

    BimpeaiPositions(BimpeaiStreams streams) {
        this.streams = streams;
    }

    // ---- One conversation ----

    CompletableFuture<StreamPosition> ofConversation(String conversationId) {
        Map<String, String> ids = Map.of("agentId", streams.agentId(), "conversationId", conversationId);
        return call("messages/list", ids, newest("1", "-created_at")).thenCompose(result -> {
            Optional<StreamPosition> dated = dated(result);
            if (dated.isPresent()) {
                return CompletableFuture.completedFuture(dated.get());
            }
            Optional<StreamOffset> newest = items(result)
                    .flatMap(item -> text(item, "id").stream())
                    .findFirst()
                    .map(StreamOffset::new);
            return newest.isPresent()
                    ? CompletableFuture.completedFuture(StreamPosition.after(newest.get()))
                    : creation("conversations/retrieve", ids);
        });
    }

    // ---- All conversations of the agent ----

    CompletableFuture<StreamPosition> ofAgent() {
        Map<String, String> ids = Map.of("agentId", streams.agentId());
        return call("conversations/list", ids, newest("1", "-created_at")).thenCompose(result -> {
            Optional<StreamPosition> dated = dated(result);
            return dated.isPresent()
                    ? CompletableFuture.completedFuture(dated.get())
                    : call("conversations/list", ids, newest(PAGE, "-last_message_at"))
                            .thenCompose(all -> newestOf(all, ids));
        });
    }

    private CompletableFuture<StreamPosition> newestOf(CallResult conversations, Map<String, String> ids) {
        Optional<Instant> newest =
                items(conversations).flatMap(BimpeaiPositions::activity).max(Instant::compareTo);
        if (newest.isPresent()) {
            return CompletableFuture.completedFuture(StreamPosition.after(offset(newest.get())));
        }
        return items(conversations).findAny().isPresent()
                ? CompletableFuture.completedFuture(StreamPosition.after(null))
                : creation("agents/retrieve", ids);
    }

    private static Stream<Instant> activity(Map<?, ?> conversation) {
        return text(conversation, "last_message_at")
                .or(() -> text(conversation, "created_at"))
                .flatMap(BimpeaiPositions::instant)
                .stream();
    }

    // ---- Both ----

    /** Where nothing was said yet, everything to come is newer than the creation. */
    private CompletableFuture<StreamPosition> creation(String operation, Map<String, String> ids) {
        return call(operation, ids, Map.of()).thenApply(result -> {
            Optional<Instant> created = result.value() instanceof Map<?, ?> item
                    ? text(item, "created_at").flatMap(BimpeaiPositions::instant)
                    : Optional.empty();
            return StreamPosition.empty(
                    created.map(time -> offset(time.minus(BEFORE))).orElse(null));
        });
    }

    private static Optional<StreamPosition> dated(CallResult result) {
        return StreamPosition.date(result.head()).map(StreamPosition::at);
    }

    private static Map<String, String> newest(String limit, String sort) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("page", "1");
        query.put("limit", limit);
        query.put("sort", sort);
        return query;
    }

    private static StreamOffset offset(Instant time) {
        return new StreamOffset(time.toString());
    }

    private static Stream<Map<?, ?>> items(CallResult result) {
        return result.value() instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(item -> (Map<?, ?>) item)
                : Stream.empty();
    }

    private static Optional<String> text(Map<?, ?> item, String name) {
        Object value = item.get(name);
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private CompletableFuture<CallResult> call(String operation, Map<String, String> ids, Map<String, String> query) {
        return streams.plain(operation, ids, query);
    }
}
