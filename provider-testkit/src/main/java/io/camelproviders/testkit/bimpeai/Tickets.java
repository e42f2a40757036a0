/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tickets open one stream of one conversation, once, within their time. Guarded by this. */
final class Tickets {

    private record Ticket(String conversation, long issuedAt, Duration lifetime) {}

    private final Map<String, Ticket> open = new HashMap<>();
    private Duration lifetime = Duration.ofSeconds(60);
    private long issued;

    synchronized void lifetime(Duration next) {
        lifetime = next;
    }

    synchronized long issued() {
        return issued;
    }

    synchronized ObjectNode issue(String conversation) {
        issued++;
        String ticket = "tk_" + Long.toUnsignedString(issued * 0x9E3779B97F4A7C15L, 36);
        // On the clock that does not jump.
        open.put(ticket, new Ticket(conversation, System.nanoTime(), lifetime));
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("ticket", ticket);
        data.put("expires_in", lifetime.toSeconds());
        return data;
    }

    /** Whether this ticket opens this conversation's stream now; it never does again. */
    synchronized boolean use(@Nullable String ticket, String conversation) {
        Ticket found = open.remove(ticket);
        return found != null
                && found.conversation().equals(conversation)
                && System.nanoTime() - found.issuedAt() < found.lifetime().toNanos();
    }
}
