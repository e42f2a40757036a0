/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import io.camelproviders.chatroutes.model.Branches.Branch;
import io.camelproviders.chatroutes.model.Checkpoints.Checkpoint;
import io.camelproviders.chatroutes.model.Conversations.Conversation;
import io.camelproviders.chatroutes.model.Messages.Message;
import org.jspecify.annotations.Nullable;

/** Writes the ids of a polled item, so that the next call of the route goes where the item stands. */
final class ItemHeaders {

    private ItemHeaders() {}

    static void write(org.apache.camel.Message exchange, Object item) {
        if (item instanceof Conversation conversation) {
            set(exchange, ChatroutesConstants.CONVERSATION_ID, conversation.id());
        } else if (item instanceof Message message) {
            set(exchange, ChatroutesConstants.CONVERSATION_ID, message.conversationId());
            set(exchange, ChatroutesConstants.BRANCH_ID, message.branchId());
            set(exchange, ChatroutesConstants.MESSAGE_ID, message.id());
        } else if (item instanceof Branch branch) {
            set(exchange, ChatroutesConstants.CONVERSATION_ID, branch.conversationId());
            set(exchange, ChatroutesConstants.BRANCH_ID, branch.id());
        } else if (item instanceof Checkpoint checkpoint) {
            set(exchange, ChatroutesConstants.CONVERSATION_ID, checkpoint.conversationId());
            set(exchange, ChatroutesConstants.BRANCH_ID, checkpoint.branchId());
            set(exchange, ChatroutesConstants.CHECKPOINT_ID, checkpoint.id());
        }
    }

    private static void set(org.apache.camel.Message exchange, String header, @Nullable String id) {
        if (id != null) {
            exchange.setHeader(header, id);
        }
    }
}
