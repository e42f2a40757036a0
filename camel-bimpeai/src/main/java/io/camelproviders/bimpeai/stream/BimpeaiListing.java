/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.stream;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.NotFoundException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.support.component.StreamListing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The conversations of an agent that a consumer's filters match, read as plain JSON: one broken item spoils no page. */
final class BimpeaiListing implements StreamListing {

    private static final int PAGE_SIZE = 100;
    private static final String SEARCH = "search";
    private static final String CREATED = "created_at";
    private static final String TEST = "test_";

    /** Filters whose values the console or a person changes while a conversation goes on. */
    private static final Set<String> CHANGING = Set.of(SEARCH, "is_ai_chat_paused", "needs_attention");

    private final BimpeaiStreams streams;

    BimpeaiListing(BimpeaiStreams streams) {
        this.streams = streams;
    }

    @Override
    public boolean filtersCanChange() {
        return streams.filters().keySet().stream().anyMatch(CHANGING::contains);
    }

    @Override
    public int pageSize() {
        return PAGE_SIZE;
    }

    @Override
    public CompletableFuture<Page> page(Order order, int number, int size) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("page", Integer.toString(number));
        query.put("limit", Integer.toString(size));
        String search = streams.filters().get(SEARCH);
        if (search != null) {
            query.put(SEARCH, search);
        }
        query.put("sort", order == Order.NEWEST_FIRST ? '-' + CREATED : CREATED);
        streams.filters().forEach(query::putIfAbsent);
        return streams.plain("conversations/list", Map.of("agentId", streams.agentId()), query)
                .thenApply(result -> page(result, order));
    }

    private static Page page(CallResult result, Order order) {
        if (!(result.value() instanceof List<?> items)) {
            throw new ProtocolException(ErrorDetails.of("the list of conversations is no list"));
        }
        List<String> keys = new ArrayList<>();
        List<String> malformed = new ArrayList<>();
        List<String> times = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Map<?, ?> map && map.get("id") instanceof String id && !id.isBlank()) {
                keys.add(id);
                times.add(String.valueOf(map.get(CREATED)));
            } else {
                malformed.add(String.valueOf(item));
            }
        }
        return new Page(
                keys,
                malformed,
                sorted(times, order),
                Boolean.TRUE.equals(result.page().hasNext()),
                result.page().total());
    }

    /** ISO-8601 times of one form sort as text. */
    private static boolean sorted(List<String> times, Order order) {
        for (int i = 1; i < times.size(); i++) {
            int step = times.get(i - 1).compareTo(times.get(i));
            if (order == Order.NEWEST_FIRST ? step < 0 : step > 0) {
                return false;
            }
        }
        return true;
    }

    /** What a search finds, only the console can judge: then its list has the last word. */
    @Override
    public CompletableFuture<Presence> presence(String conversationId) {
        if (streams.filters().containsKey(SEARCH)) {
            return CompletableFuture.completedFuture(Presence.GONE);
        }
        Map<String, String> ids = Map.of("agentId", streams.agentId(), "conversationId", conversationId);
        return streams.plain("conversations/retrieve", ids, Map.of()).handle((result, failure) -> {
            if (failure != null) {
                return missing(failure);
            }
            if (!(result.value() instanceof Map<?, ?> conversation)) {
                throw new ProtocolException(ErrorDetails.of("the conversation is no object"));
            }
            boolean matches = streams.filters().entrySet().stream()
                    .allMatch(filter -> matches(conversation, filter.getKey(), filter.getValue()));
            return matches ? Presence.PRESENT : Presence.GONE;
        });
    }

    /** Only the console's own 404 says that there is no such conversation; a proxy's says that the console is away. */
    private static Presence missing(Throwable failure) {
        Throwable cause = Futures.unwrap(failure);
        if (cause instanceof NotFoundException told && told.details().fromProvider()) {
            return Presence.GONE;
        }
        throw cause instanceof RuntimeException known ? known : new CompletionException(cause);
    }

    private static boolean matches(Map<?, ?> conversation, String filter, String wanted) {
        if (!filter.equals("channel")) {
            Object value = conversation.get(filter);
            return value == null || value.toString().equals(wanted);
        }
        // The filter test_webchat means the test channel of webchat.
        boolean test = wanted.startsWith(TEST);
        String type = test ? wanted.substring(TEST.length()) : wanted;
        return sameOrUnknown(conversation.get("channel_type"), type)
                && sameOrUnknown(conversation.get("is_test_channel"), test);
    }

    private static boolean sameOrUnknown(@Nullable Object value, Object wanted) {
        return value == null || Objects.equals(value.toString(), wanted.toString());
    }
}
