/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.bimpeai.model.Conversations.Conversation;
import io.camelproviders.bimpeai.operation.BimpeaiOperations;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.paging.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the conversation that {@code conversations/send} wrote into: the answer does not name it. Asks for the
 * conversations of the channel that match the customer's address, newest first, at most {@value #PAGES} pages of
 * {@value #LIMIT}, and takes the one whose address is equal. A failure is logged and finds nothing: the message was sent.
 */
final class ConversationLookup {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationLookup.class);
    private static final int PAGES = 5;
    private static final int LIMIT = 100;

    private final OperationClient client;
    private final Executor decoder;

    ConversationLookup(OperationClient client, Executor decoder) {
        this.client = client;
        this.decoder = decoder;
    }

    /** Id of the conversation of a send; empty if there is none or it cannot be told. Never fails. */
    CompletableFuture<Optional<String>> of(OperationCall send) {
        Map<String, Object> sent = send.body() == null ? Map.of() : send.body();
        Object known = sent.get("conversation_id");
        if (known != null) {
            return CompletableFuture.completedFuture(Optional.of(known.toString()));
        }
        Address address = new Address(
                text(sent.get("channel_type")), text(sent.get("channel_user_id")), sent.get("is_test_channel"));
        if (address.type() == null || address.user() == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return page(list(send, address), address, 1).exceptionally(failure -> {
            LOG.warn("The message was sent; its conversation could not be looked up: {}", failure.getMessage());
            return Optional.empty();
        });
    }

    /** Where a message went. */
    private record Address(
            @Nullable String type,
            @Nullable String user,
            @Nullable Object test) {

        boolean isTest() {
            return test != null && Boolean.parseBoolean(test.toString());
        }

        boolean of(Conversation conversation) {
            return String.valueOf(user).equals(conversation.channelUserId())
                    && String.valueOf(type).equals(conversation.channelType());
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static OperationCall list(OperationCall send, Address address) {
        Operation row = BimpeaiOperations.TABLE.get("conversations/list");
        Map<String, String> query = new LinkedHashMap<>();
        query.put("page", "1");
        query.put("limit", Integer.toString(LIMIT));
        query.put("search", String.valueOf(address.user()));
        query.put("sort", "-created_at");
        query.put("channel", address.isTest() ? "test_" + address.type() : String.valueOf(address.type()));
        return new OperationCall(
                row,
                send.path(),
                query,
                null,
                List.of(),
                null,
                UUID.randomUUID().toString(),
                send.requestTimeout());
    }

    private CompletableFuture<Optional<String>> page(OperationCall list, Address address, int number) {
        OperationCall asked = list.withQuery("page", Integer.toString(number))
                .withRequestId(UUID.randomUUID().toString());
        return client.page(asked, decoder).thenCompose(page -> {
            Optional<String> found = match(page, address);
            boolean more = Boolean.TRUE.equals(page.info().hasNext()) && number < PAGES;
            return found.isPresent() || !more
                    ? CompletableFuture.completedFuture(found)
                    : page(list, address, number + 1);
        });
    }

    private static Optional<String> match(Page<Object> page, Address address) {
        return page.items().stream()
                .filter(Conversation.class::isInstance)
                .map(Conversation.class::cast)
                .filter(address::of)
                .map(Conversation::id)
                .findFirst();
    }
}
