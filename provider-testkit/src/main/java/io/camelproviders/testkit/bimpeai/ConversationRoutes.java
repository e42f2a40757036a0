/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.bimpeai.Routes.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Conversations, their messages and the tickets for their streams; the stream itself is not answered here. */
final class ConversationRoutes {

    private static final Fields SEND = Fields.of("message! role=user|assistant");
    private static final Fields SEND_ANYWHERE = Fields.of("message! role=user|assistant conversation_id"
            + " channel_type=whatsapp|webchat|telephony channel_user_id channel_username is_test_channel:bool");
    private static final Fields AI_STATUS = Fields.of("is_ai_chat_paused!:bool");
    private static final String ONE = "/agents/{a}/conversations/{c}";

    private final Tickets tickets;
    private final Consumer<Conversation> grown;

    /** @param grown told of each conversation that got a message */
    ConversationRoutes(Tickets tickets, Consumer<Conversation> grown) {
        this.tickets = tickets;
        this.grown = grown;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/agents/{a}/conversations", ConversationRoutes::list);
        routes.add("POST", "/agents/{a}/conversations/messages", this::sendAnywhere);
        routes.add("GET", ONE, call -> Reply.ok(conversation(call).detail()));
        routes.add("PATCH", ONE + "/ai-status", ConversationRoutes::setAiStatus);
        routes.add("GET", ONE + "/messages", ConversationRoutes::messages);
        routes.add("POST", ONE + "/messages", this::send);
        routes.add("GET", ONE + "/messages/{m}", ConversationRoutes::message);
        routes.add(
                "POST",
                ONE + "/stream-ticket",
                call -> Reply.created(tickets.issue(conversation(call).id())));
    }

    private static Conversation conversation(Call call) {
        call.agent();
        return call.store().conversation(call.id("a"), call.id("c"));
    }

    private static Reply list(Call call) {
        List<ObjectNode> items = new ArrayList<>();
        for (Conversation conversation : call.store().conversationsOf(call.id("a"))) {
            items.add(Shapes.conversationItem(conversation.detail()));
        }
        Map<String, String> query = new LinkedHashMap<>(call.request().query());
        String channel = query.remove("channel");
        if (channel != null) {
            // "test_webchat" is the test channel of webchat.
            boolean test = channel.startsWith("test_");
            query.put("channel_type", test ? channel.substring("test_".length()) : channel);
            query.put("is_test_channel", Boolean.toString(test));
        }
        return Paging.page(
                items, query, List.of("channel_type", "is_test_channel", "is_ai_chat_paused", "needs_attention"));
    }

    private static Reply setAiStatus(Call call) {
        Conversation conversation = conversation(call);
        call.store().update(conversation.detail(), AI_STATUS.read(call.request()));
        ObjectNode data = Shapes.object();
        data.set("is_ai_chat_paused", conversation.detail().path("is_ai_chat_paused"));
        return Reply.ok(data);
    }

    private static Reply messages(Call call) {
        List<ObjectNode> items = new ArrayList<>();
        conversation(call).messages().forEach(message -> items.add(message.asMessage()));
        return Paging.page(items, call.request().query(), List.of());
    }

    private static Reply message(Call call) {
        FakeMessage message = conversation(call).byId(call.id("m"));
        if (message == null) {
            throw ConsoleError.notFound();
        }
        return Reply.ok(message.asMessage());
    }

    private Reply send(Call call) {
        Conversation conversation = conversation(call);
        return said(call, conversation, SEND.read(call.request()));
    }

    private Reply sendAnywhere(Call call) {
        ObjectNode body = SEND_ANYWHERE.read(call.request());
        String agentId = call.id("a");
        call.agent();
        if (body.hasNonNull("conversation_id")) {
            String id = body.path("conversation_id").asText();
            return said(call, call.store().conversation(agentId, id), body);
        }
        if (!body.hasNonNull("channel_type") || !body.hasNonNull("channel_user_id")) {
            throw ConsoleError.validation(
                    List.of("conversation_id: is required unless channel_type and channel_user_id are given"));
        }
        return said(call, findOrStart(call.store(), agentId, body), body);
    }

    private static Conversation findOrStart(Store store, String agentId, ObjectNode body) {
        String channel = body.path("channel_type").asText();
        String user = body.path("channel_user_id").asText();
        boolean test = body.path("is_test_channel").asBoolean();
        for (Conversation conversation : store.conversationsOf(agentId)) {
            ObjectNode detail = conversation.detail();
            if (detail.path("channel_type").asText().equals(channel)
                    && detail.path("channel_user_id").asText().equals(user)
                    && detail.path("is_test_channel").asBoolean() == test) {
                return conversation;
            }
        }
        ObjectNode given = Shapes.object();
        given.put("channel_type", channel);
        given.put("channel_user_id", user);
        given.put("is_test_channel", test);
        if (body.hasNonNull("channel_username")) {
            given.set("channel_user_username", body.path("channel_username"));
        }
        return store.addConversation(agentId, given);
    }

    /** Chosen here: a message without role is the assistant's, since the console is where a business answers. */
    private Reply said(Call call, Conversation conversation, ObjectNode body) {
        String role = body.path("role").asText("assistant");
        FakeMessage message =
                call.store().say(conversation, role, body.path("message").asText());
        grown.accept(conversation);
        return Reply.created(message.asMessage());
    }
}
