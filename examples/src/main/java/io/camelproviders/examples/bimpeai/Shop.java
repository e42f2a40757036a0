/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import io.camelproviders.bimpeai.BimpeaiConstants;
import io.camelproviders.bimpeai.model.Messages.Message;
import io.camelproviders.bimpeai.model.Messages.StreamMessage;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Header;

/** Creates the reply to each message and counts what the route received. A bean used by the route; thread-safe. */
public final class Shop {

    private final EventLog log;
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final AtomicInteger twice = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    Shop(EventLog log) {
        this.log = log;
    }

    /**
     * The reply to a message.
     *
     * @param message what the customer wrote
     */
    public String answer(StreamMessage message) {
        if (!received.add(message.id())) {
            twice.incrementAndGet();
        }
        String text = String.valueOf(message.message()).strip();
        return Question.number(text).map(number -> "Re #" + number + ": ").orElse("") + reply(text);
    }

    private static String reply(String text) {
        String asked = text.toLowerCase(Locale.ROOT);
        if (asked.contains("open")) {
            return "We are open every day from ten to six.";
        }
        if (asked.contains("order")) {
            return "Your order is on its way.";
        }
        if (asked.contains("ship")) {
            return "We ship everywhere, Łódź included. 🙂";
        }
        return asked.contains("pay") ? "Cards and cash are both fine." : "Thank you, we will look into it.";
    }

    /**
     * Called when the reply has been sent.
     *
     * @param sent the message as BimpeAI stored it
     * @param conversation the conversation it was sent to
     */
    public void answered(Message sent, @Header(BimpeaiConstants.CONVERSATION_ID) String conversation) {
        answered.incrementAndGet();
        log.event(conversation, "  < " + sent.message());
    }

    /** Distinct messages received by the route. */
    int received() {
        return received.size();
    }

    /** Messages received more than once. */
    int receivedTwice() {
        return twice.get();
    }

    /** Replies sent. */
    int answers() {
        return answered.get();
    }
}
