/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.operation;

import static io.camelproviders.bimpeai.operation.BimpeaiOperations.paged;
import static io.camelproviders.bimpeai.operation.BimpeaiOperations.patch;
import static io.camelproviders.bimpeai.operation.BimpeaiOperations.post;
import static io.camelproviders.core.operation.Operation.get;

import io.camelproviders.bimpeai.model.Conversations.AiStatus;
import io.camelproviders.bimpeai.model.Conversations.Conversation;
import io.camelproviders.bimpeai.model.Conversations.ConversationDetail;
import io.camelproviders.bimpeai.model.Conversations.SendConversationMessage;
import io.camelproviders.bimpeai.model.Conversations.SetAiStatus;
import io.camelproviders.bimpeai.model.Messages.Message;
import io.camelproviders.bimpeai.model.Messages.SendMessage;
import io.camelproviders.bimpeai.model.Messages.StreamMessage;
import io.camelproviders.bimpeai.model.Messages.StreamTicket;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Role;
import java.util.List;

/** Conversations, their messages and live streams. */
final class ConversationOperations {

    private static final String ALL = "/agents/{agentId}/conversations";
    private static final String ONE = ALL + "/{conversationId}";

    private ConversationOperations() {}

    static List<Operation.Builder> all() {
        return List.of(
                paged("conversations/list", ALL)
                        .title("Lists the conversations of an agent.")
                        .query("channel", String.class)
                        .query("is_test_channel", Boolean.class)
                        .query("is_ai_chat_paused", Boolean.class)
                        .query("needs_attention", Boolean.class)
                        .list(Conversation.class),
                get("conversations/retrieve", ONE)
                        .title("Gets a conversation with who speaks in it.")
                        .returns(ConversationDetail.class),
                post("conversations/send", ALL + "/messages")
                        .title("Sends a message to a conversation or to an address in a channel.")
                        .body(SendConversationMessage.class)
                        .text("message")
                        .returns(Message.class),
                patch("conversations/set-ai-status", ONE + "/ai-status")
                        .title("Lets the agent keep silent in a conversation, or speak again.")
                        .body(SetAiStatus.class, "is_ai_chat_paused")
                        .returns(AiStatus.class),
                paged("messages/list", ONE + "/messages")
                        .title("Lists the messages of a conversation.")
                        .list(Message.class),
                post("messages/send", ONE + "/messages")
                        .title("Sends a message into a conversation.")
                        .body(SendMessage.class)
                        .text("message")
                        .returns(Message.class),
                get("messages/retrieve", ONE + "/messages/{messageId}")
                        .title("Gets a message.")
                        .returns(Message.class),
                post(BimpeaiOperations.STREAM_TICKET, ONE + "/stream-ticket")
                        .title("Gets a single-use pass to the stream of a conversation.")
                        .returns(StreamTicket.class),
                get(BimpeaiOperations.STREAM, ONE + "/stream")
                        .title("Follows a conversation: one exchange a message, without end.")
                        .query("after", String.class)
                        .returns(StreamMessage.class)
                        .streams()
                        .roles(Role.STREAM_CONSUMER));
    }
}
