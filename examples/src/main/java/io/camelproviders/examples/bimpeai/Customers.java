/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.bimpeai.FakeMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three customers of one agent on the fake provider: they write messages; the provider's records show afterwards what was answered. */
final class Customers {

    static final String ADA = "ada";
    static final String BJORN = "bjorn";
    static final String CHIDI = "chidi";
    private static final List<String> ALL = List.of(ADA, BJORN, CHIDI);

    private final FakeBimpeaiServer provider;
    private final EventLog log;
    private final String agentId;
    private int written;

    Customers(FakeBimpeaiServer provider, EventLog log) {
        this.provider = provider;
        this.log = log;
        this.agentId = provider.addAgent();
        for (String name : ALL) {
            provider.addConversation(
                    agentId,
                    JsonNodeFactory.instance.objectNode().put("id", name).put("channel_user_username", name));
            written += count(name, "customer");
        }
    }

    String agentId() {
        return agentId;
    }

    /** The next customer writes the next question. */
    void writeOne() {
        String name = ALL.get(written % ALL.size());
        String text = Question.text(++written);
        log.event(name, "> " + text);
        provider.customerSays(name, text);
    }

    /** Messages written so far, in earlier runs too. */
    int written() {
        return written;
    }

    private int count(String name, String role) {
        return numbers(name, role).size();
    }

    /** Numbers of the questions or answers of a conversation, in the order of the provider's records. */
    private List<Integer> numbers(String name, String role) {
        List<Integer> numbers = new ArrayList<>();
        for (FakeMessage message : provider.messages(name)) {
            if (message.role().equals(role)) {
                Question.number(message.text()).ifPresent(numbers::add);
            }
        }
        return numbers;
    }

    /** Questions without an answer. */
    List<Integer> unanswered() {
        List<Integer> open = new ArrayList<>();
        for (String name : ALL) {
            List<Integer> left = numbers(name, "customer");
            left.removeAll(numbers(name, "assistant"));
            open.addAll(left);
        }
        Collections.sort(open);
        return open;
    }

    /** Duplicate answers: all but the first one to a question. */
    int answeredTwice() {
        Map<Integer, Integer> answers = new HashMap<>();
        ALL.forEach(name -> numbers(name, "assistant").forEach(number -> answers.merge(number, 1, Integer::sum)));
        return answers.values().stream().mapToInt(count -> count - 1).sum();
    }

    /** Answers sent before the answer to an earlier question. */
    int outOfOrder() {
        int outOfOrder = 0;
        for (String name : ALL) {
            List<Integer> numbers = numbers(name, "assistant");
            for (int i = 1; i < numbers.size(); i++) {
                outOfOrder += numbers.get(i) < numbers.get(i - 1) ? 1 : 0;
            }
        }
        return outOfOrder;
    }
}
