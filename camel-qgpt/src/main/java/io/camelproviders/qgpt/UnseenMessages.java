/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.qgpt.model.Conversations.ConversationMessage;
import io.camelproviders.qgpt.model.Conversations.ConversationMessages;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which messages of a conversation were not told before. Of a conversation that is seen for the first time those count that
 * were made since the beginning, or whose time is unknown. Remembers {@value #MOST} conversations. One thread at a time.
 */
final class UnseenMessages {

    private static final int MOST = 10_000;

    private final Instant beginning;
    private final Map<String, Set<String>> told = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > MOST;
        }
    };

    UnseenMessages(Instant beginning) {
        this.beginning = beginning;
    }

    /** The new ones in the order of the talk; from now on they count as told. */
    List<ConversationMessage> of(String conversation, ConversationMessages talk) {
        Set<String> before = told.get(conversation);
        List<ConversationMessage> all = talk.inOrder();
        List<ConversationMessage> fresh = all.stream()
                .filter(message -> before == null ? young(message) : !before.contains(message.id()))
                .toList();
        told.put(conversation, all.stream().map(ConversationMessage::id).collect(Collectors.toSet()));
        return fresh;
    }

    void forget(String conversation) {
        told.remove(conversation);
    }

    private boolean young(ConversationMessage message) {
        return message.created() == null
                || message.created()
                        .instant()
                        .map(made -> !made.isBefore(beginning))
                        .orElse(true);
    }
}
