/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.BodyRules;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Json;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.Operations;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.ServiceError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Conversations, their messages and the tickets for their streams. */
final class ConversationOperations {

    private static final BodyRules SEND = BodyRules.of("message! role=user|assistant");
    private static final BodyRules SEND_ANYWHERE = BodyRules.of("message! role=user|assistant conversation_id"
            + " channel_type=whatsapp|webchat|telephony channel_user_id channel_username is_test_channel:bool");
    private static final BodyRules AI_STATUS = BodyRules.of("is_ai_chat_paused!:bool");
    private static final BodyRules CHANNEL =
            BodyRules.of("channel=whatsapp|webchat|telephony|test_whatsapp|test_webchat|test_telephony");
    private static final String FILTERS =
            "is_test_channel=true|false is_ai_chat_paused=true|false needs_attention=true|false";
    private static final String ALL = "/agents/{agent}/conversations";
    private static final String ONE = ALL + "/{conversation}";

    private record Ticket(String conversation, long issuedAt, Duration lifetime) {}

    private final InMemoryStore store;
    private final Bodies bodies;
    private final Consumer<Conversation> grown;

    /** Guarded by itself. */
    private final Map<String, Ticket> tickets = new HashMap<>();

    private Duration ticketLifetime = Duration.ofSeconds(60);
    private long ticketsIssued;

    /** @param grown gets each conversation to which a message was added */
    ConversationOperations(InMemoryStore store, Bodies bodies, Consumer<Conversation> grown) {
        this.store = store;
        this.bodies = bodies;
        this.grown = grown;
    }

    void addTo(Operations operations) {
        operations
                .add("conversations/list", "GET " + ALL, this::list)
                .add("conversations/send", "POST " + ALL + "/messages", RequestKind.SEND, this::sendAnywhere)
                .add(
                        "conversations/retrieve",
                        "GET " + ONE,
                        in -> Envelope.ok(conversation(in).detail()))
                .add("conversations/set-ai-status", "PATCH " + ONE + "/ai-status", in -> {
                    ObjectNode detail = store.update(conversation(in).detail(), bodies.read(in, AI_STATUS));
                    return Envelope.ok(ResponseViews.only(detail, "is_ai_chat_paused"));
                })
                .add("messages/list", "GET " + ONE + "/messages", in -> {
                    List<ObjectNode> items = new ArrayList<>();
                    conversation(in).messages().forEach(message -> items.add(message.asMessage()));
                    return Envelope.page(items, in, "");
                })
                .add(
                        "messages/send",
                        "POST " + ONE + "/messages",
                        RequestKind.SEND,
                        in -> send(conversation(in), bodies.read(in, SEND)))
                .add("messages/retrieve", "GET " + ONE + "/messages/{message}", this::message)
                .add("messages/stream-ticket", "POST " + ONE + "/stream-ticket", RequestKind.TICKET, this::ticket);
    }

    private Conversation conversation(OperationRequest request) {
        return store.conversation(request.id("agent"), request.id("conversation"));
    }

    private FakeResponse list(OperationRequest request) {
        Request raw = request.request();
        CHANNEL.check(Json.convert(raw.query(), ObjectNode.class));
        String channel = raw.query().get("channel");
        List<ObjectNode> items = new ArrayList<>();
        for (Conversation conversation : store.conversationsOf(request.id("agent"))) {
            ObjectNode item = ResponseViews.conversationItem(conversation.detail());
            if (channel == null || channel.equals(channel(item))) {
                items.add(item);
            }
        }
        return Envelope.page(items, request, FILTERS);
    }

    /** The value by which the list is filtered: {@code test_webchat} is the test channel of webchat. */
    private static String channel(ObjectNode item) {
        return (item.path("is_test_channel").asBoolean() ? "test_" : "")
                + item.path("channel_type").asText();
    }

    private FakeResponse message(OperationRequest request) {
        FakeMessage message = conversation(request).byId(request.id("message"));
        if (message == null) {
            throw ServiceError.notFound("Resource");
        }
        return Envelope.ok(message.asMessage());
    }

    private FakeResponse sendAnywhere(OperationRequest request) {
        ObjectNode body = bodies.read(request, SEND_ANYWHERE);
        String agentId = request.id("agent");
        store.row("agents", agentId);
        if (body.hasNonNull("conversation_id")) {
            return send(store.conversation(agentId, body.path("conversation_id").asText()), body);
        }
        if (!body.hasNonNull("channel_type") || !body.hasNonNull("channel_user_id")) {
            throw ServiceError.validation(
                    "conversation_id: is required unless channel_type and channel_user_id are given");
        }
        return send(findOrStart(agentId, body), body);
    }

    private Conversation findOrStart(String agentId, ObjectNode body) {
        ObjectNode given = ResponseViews.object();
        given.set("channel_type", body.path("channel_type"));
        given.set("channel_user_id", body.path("channel_user_id"));
        given.put("is_test_channel", body.path("is_test_channel").asBoolean());
        for (Conversation conversation : store.conversationsOf(agentId)) {
            if (ResponseViews.only(conversation.detail(), "channel_type channel_user_id is_test_channel")
                    .equals(given)) {
                return conversation;
            }
        }
        if (body.hasNonNull("channel_username")) {
            given.set("channel_user_username", body.path("channel_username"));
        }
        return store.addConversation(agentId, given);
    }

    /** A message without role is the assistant's, since the console is where a business answers; no source specifies it. */
    private FakeResponse send(Conversation conversation, ObjectNode body) {
        String role = body.path("role").asText("assistant");
        FakeMessage message =
                store.addMessage(conversation, role, body.path("message").asText());
        grown.accept(conversation);
        return Envelope.created(message.asMessage());
    }

    // Tickets open one stream of one conversation, once, within their lifetime

    private FakeResponse ticket(OperationRequest request) {
        String conversation = conversation(request).id();
        synchronized (tickets) {
            ticketsIssued++;
            String ticket = "tk_" + Long.toUnsignedString(ticketsIssued * 0x9E3779B97F4A7C15L, 36);
            // On the clock that does not jump
            tickets.put(ticket, new Ticket(conversation, System.nanoTime(), ticketLifetime));
            return Envelope.created(
                    ResponseViews.object().put("ticket", ticket).put("expires_in", ticketLifetime.toSeconds()));
        }
    }

    /** Whether this ticket opens this conversation's stream now; it never does again. */
    boolean useTicket(@Nullable String ticket, String conversation) {
        synchronized (tickets) {
            Ticket found = tickets.remove(ticket);
            return found != null
                    && found.conversation().equals(conversation)
                    && System.nanoTime() - found.issuedAt() < found.lifetime().toNanos();
        }
    }

    void ticketLifetime(Duration lifetime) {
        synchronized (tickets) {
            ticketLifetime = lifetime;
        }
    }

    long ticketsIssued() {
        synchronized (tickets) {
            return ticketsIssued;
        }
    }
}
