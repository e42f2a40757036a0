/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** The fields of what is returned: those that a request did not have get their defaults, those that a view does not have are left out. */
final class ResponseViews {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ResponseViews() {}

    /** Sets each of these fields to null unless it is there. */
    static ObjectNode nulls(ObjectNode row, String fields) {
        words(fields).forEach(field -> row.putIfAbsent(field, JSON.nullNode()));
        return row;
    }

    /** Sets each of these fields to an empty list unless it is there. */
    static ObjectNode lists(ObjectNode row, String fields) {
        words(fields).forEach(field -> row.putIfAbsent(field, JSON.arrayNode()));
        return row;
    }

    /** Sets each of these fields to the empty string unless it is there. */
    static ObjectNode texts(ObjectNode row, String fields) {
        words(fields).forEach(field -> row.putIfAbsent(field, JSON.textNode("")));
        return row;
    }

    /** Sets each of these fields to this value unless it is there. */
    static ObjectNode flags(ObjectNode row, boolean value, String fields) {
        words(fields).forEach(field -> row.putIfAbsent(field, JSON.booleanNode(value)));
        return row;
    }

    static ObjectNode object() {
        return JSON.objectNode();
    }

    /** A copy with these fields only. */
    static ObjectNode only(ObjectNode row, String fields) {
        return row.deepCopy().retain(words(fields));
    }

    /** A copy without these fields. */
    static ObjectNode without(ObjectNode row, String fields) {
        return row.deepCopy().without(words(fields));
    }

    static ObjectNode agent(ObjectNode row) {
        texts(row, "name description");
        nulls(
                row,
                "language persona workflow_id timezone logo business_name business_address business_email"
                        + " business_description test_channel_code status_reason escalation_email");
        row.putIfAbsent("status", JSON.textNode("development"));
        return lists(row, "knowledge_bases integrations channels");
    }

    static ObjectNode agentItem(ObjectNode row) {
        return without(row, "knowledge_bases integrations channels");
    }

    static ObjectNode workflow(ObjectNode row) {
        nulls(
                row,
                "description category system_prompt tags integrations channels actions guide faq setup_time video_url");
        row.putIfAbsent("visibility", JSON.textNode("private"));
        flags(row, true, "is_owner");
        return lists(row, "rules flows setup_steps");
    }

    static ObjectNode conversation(ObjectNode row) {
        row.putIfAbsent("channel_type", JSON.textNode("whatsapp"));
        flags(row, false, "is_test_channel is_ai_chat_paused needs_attention");
        return nulls(
                row,
                "channel_id channel_user_id channel_user_username last_message_at last_seen last_message_preview"
                        + " full_name email phone_number profile_picture");
    }

    static ObjectNode conversationItem(ObjectNode row) {
        return without(row, "full_name email phone_number profile_picture");
    }

    static ObjectNode call(ObjectNode row, String createdOn) {
        row.remove(List.of("created_at", "updated_at"));
        row.put("created_on", createdOn);
        row.putIfAbsent("status", JSON.textNode("queued"));
        row.putIfAbsent("direction", JSON.textNode("outbound"));
        nulls(row, "source duration_seconds error_reason end_reason ringing_at ended_at started_at answered_at");
        flags(row, false, "is_test_call");
        return lists(row, "conversation_logs");
    }

    static ObjectNode callItem(ObjectNode row) {
        return without(row, "started_at answered_at conversation_logs");
    }

    static ObjectNode phoneNumber(ObjectNode row) {
        flags(row, true, "inbound_enabled");
        return nulls(row, "agent_id label");
    }

    static ObjectNode phoneNumberItem(ObjectNode row) {
        return without(row, "created_at updated_at inbound_enabled");
    }

    static ObjectNode knowledgeBase(ObjectNode row) {
        return nulls(row, "description url content");
    }

    /** An integration as it is listed among all. */
    static ObjectNode integration(ObjectNode row, String type) {
        ObjectNode item = object();
        item.put("id", row.path("id").asText());
        item.put("type", type);
        item.put("name", row.path("name").asText(row.path("config").path("name").asText(type)));
        item.put("status", row.path("status").asText("connected"));
        item.put("is_connected", row.path("is_connected").asBoolean(true));
        return lists(item, "config_fields actions");
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" ", -1));
    }
}
