/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.qgpt.stream.PendingQuestion.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for what: exchanges by request id, and a lane for each conversation, in which the first one is active and the
 * others wait. Confined to the steps of its socket.
 */
final class PendingQuestions {

    private final Map<String, PendingQuestion> byRequest = new LinkedHashMap<>();
    private final Map<String, Deque<PendingQuestion>> lanes = new HashMap<>();

    int size() {
        return byRequest.size();
    }

    boolean knows(String request) {
        return byRequest.containsKey(request);
    }

    List<PendingQuestion> all() {
        return new ArrayList<>(byRequest.values());
    }

    /** Takes an exchange in; true if it may be sent now, false if it waits behind another one. */
    boolean add(PendingQuestion exchange) {
        byRequest.put(exchange.request(), exchange);
        String conversation = exchange.conversationId();
        return conversation == null || enter(exchange, conversation);
    }

    /** The exchange turned out to be of this conversation: it is active there, whoever else waits. */
    void learned(PendingQuestion exchange, String conversation) {
        exchange.learn(conversation);
        if (exchange.lane == null) {
            exchange.lane = conversation;
            lanes.computeIfAbsent(conversation, id -> new ArrayDeque<>()).addFirst(exchange);
        }
    }

    /** Takes an exchange out; answers the one behind it, which may be sent now. */
    @Nullable
    PendingQuestion remove(PendingQuestion exchange) {
        byRequest.remove(exchange.request());
        String lane = exchange.lane;
        Deque<PendingQuestion> waiting = lane == null ? null : lanes.get(lane);
        if (waiting == null) {
            return null;
        }
        boolean wasActive = waiting.peekFirst() == exchange;
        waiting.remove(exchange);
        if (waiting.isEmpty()) {
            lanes.remove(lane);
        }
        PendingQuestion next = waiting.peekFirst();
        return wasActive && next != null && next.stage == Stage.QUEUED ? next : null;
    }

    /**
     * Whose output this is: the request id decides; without one the conversation; without a known conversation it can
     * only be the one exchange that does not know its own yet. More than one: nobody's, for a guess could mix answers.
     */
    @Nullable
    PendingQuestion find(@Nullable String request, @Nullable String conversation) {
        if (request != null) {
            return byRequest.get(request);
        }
        if (conversation == null) {
            return null;
        }
        Deque<PendingQuestion> lane = lanes.get(conversation);
        if (lane != null) {
            PendingQuestion active = lane.peekFirst();
            return active != null && onTheWire(active) ? active : null;
        }
        List<PendingQuestion> homeless = byRequest.values().stream()
                .filter(exchange -> exchange.conversationId() == null && onTheWire(exchange))
                .limit(2)
                .toList();
        return homeless.size() == 1 ? homeless.get(0) : null;
    }

    private boolean enter(PendingQuestion exchange, String conversation) {
        exchange.lane = conversation;
        Deque<PendingQuestion> lane = lanes.computeIfAbsent(conversation, id -> new ArrayDeque<>());
        lane.addLast(exchange);
        return lane.peekFirst() == exchange;
    }

    private static boolean onTheWire(PendingQuestion exchange) {
        return exchange.stage == Stage.SENT || exchange.stage == Stage.GHOST;
    }
}
