/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.Ledger;
import io.camelproviders.testkit.LoopbackServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A BimpeAI Agent Console on a loopback socket: all 57 operations and the message streams, state in memory, a ledger of all requests, and
 * misbehaviour by name.
 *
 * <p>A customer speaks through {@link #customerSays}; what is sent through the API comes out of the conversation's streams, as on the real
 * service. All methods are safe for all threads.
 */
public final class FakeBimpeaiServer implements AutoCloseable {

    private static final String API_KEY = "sk_demo_0123456789abcdef";

    private final Store store = new Store();
    private final Script script = new Script();
    private final Tickets tickets = new Tickets();
    private final Console console = new Console(store, script, tickets, API_KEY);
    private final LoopbackServer server;

    /** Confined to the server's thread: which of the running heartbeats is the valid one. */
    private long heartbeats;

    private @Nullable Journal journal;

    private FakeBimpeaiServer(int port) {
        server = LoopbackServer.start("bimpeai", port, console);
    }

    /** Starts on a free port. */
    public static FakeBimpeaiServer start() {
        return start(0);
    }

    /** Starts on this port; heartbeats come every 15 seconds until told otherwise. */
    public static FakeBimpeaiServer start(int port) {
        FakeBimpeaiServer fake = new FakeBimpeaiServer(port);
        fake.heartbeatEvery(Duration.ofSeconds(15));
        return fake;
    }

    /**
     * Starts on this port with a memory that outlives the process: what is said, and which writes were answered, stands in this file. An agent
     * and its conversations must be added again, the conversations under the same ids; each then holds what was said in it.
     */
    public static FakeBimpeaiServer start(int port, Path journal) {
        FakeBimpeaiServer fake = start(port);
        fake.journal = new Journal(journal);
        fake.console.journal(fake.journal);
        return fake;
    }

    /** The base URL, without the path prefix and without a slash at the end. */
    public URI uri() {
        return server.uri();
    }

    public int port() {
        return server.port();
    }

    /** The one key that is accepted. */
    public String apiKey() {
        return API_KEY;
    }

    /** Every request so far, misanswered ones included. */
    public Ledger ledger() {
        return server.ledger();
    }

    /** The server below, for counts of connections and for failures of the fake itself. */
    public LoopbackServer server() {
        return server;
    }

    // What there is

    /** Adds an agent with a workflow, a WhatsApp channel and two actions; returns its id. */
    public String addAgent() {
        synchronized (store) {
            ObjectNode workflow = Shapes.object().put("name", "Demo").put("system_prompt", "Be kind.");
            String workflowId = store.add("workflows", Shapes.workflow(store.newRow("wf", workflow)))
                    .path("id")
                    .asText();
            ObjectNode given = Shapes.object();
            given.put("name", "Demo agent")
                    .put("description", "Answers questions")
                    .put("workflow_id", workflowId);
            ObjectNode agent = store.add("agents", Shapes.agent(store.newRow("a", given)));
            ObjectNode channel = ((ArrayNode) agent.path("channels")).addObject();
            channel.put("id", store.newId("ch")).put("type", "whatsapp").put("name", "WhatsApp");
            channel.put("status", "connected").put("is_connected", true);
            String agentId = agent.path("id").asText();
            addAction(agentId, "create_order");
            addAction(agentId, "find_product");
            return agentId;
        }
    }

    private void addAction(String agentId, String name) {
        ObjectNode action = Shapes.object();
        action.put("id", store.newId("ac")).put("integration_id", "in_demo").put("integration_type", "bumpa");
        action.put("integration_name", "Bumpa")
                .put("name", name.replace('_', ' '))
                .put("action_name", name);
        store.add(
                "agents/" + agentId + "/actions",
                Shapes.flags(Shapes.nulls(action, "description"), false, "is_enabled"));
    }

    /** Adds a WhatsApp conversation; returns its id. */
    public String addConversation(String agentId) {
        return addConversation(agentId, Shapes.object());
    }

    /** Adds a conversation with these fields, such as {@code channel_type}; returns its id. */
    public String addConversation(String agentId, ObjectNode fields) {
        synchronized (store) {
            return store.addConversation(agentId, fields).id();
        }
    }

    /** Adds a phone number; returns its id. */
    public String addPhoneNumber(String e164) {
        synchronized (store) {
            ObjectNode row = store.newRow("pn", Shapes.object().put("e164", e164));
            return store.add("phone-numbers", Shapes.phoneNumber(row))
                    .path("id")
                    .asText();
        }
    }

    /** Changes fields of a conversation, such as {@code needs_attention}. */
    public void updateConversation(String conversationId, ObjectNode fields) {
        synchronized (store) {
            store.update(store.conversation(conversationId).detail(), fields);
        }
    }

    /** The customer says this; returns the message id. */
    public String customerSays(String agentId, String conversationId, String text) {
        synchronized (store) {
            store.conversation(agentId, conversationId);
        }
        return says(conversationId, "customer", text);
    }

    /** Someone of this role says this; returns the message id. */
    public String says(String conversationId, String role, String text) {
        Conversation conversation;
        FakeMessage message;
        synchronized (store) {
            conversation = store.conversation(conversationId);
            message = store.say(conversation, role, text);
        }
        server.execute(() -> console.pump(conversation));
        return message.id();
    }

    /** The customer says {@code <prefix>1} to {@code <prefix>n} at once; streams get them as fast as their clients read. */
    public void burst(String conversationId, int count, String prefix) {
        Conversation conversation;
        synchronized (store) {
            conversation = store.conversation(conversationId);
            for (int i = 1; i <= count; i++) {
                store.say(conversation, "customer", prefix + i);
            }
        }
        server.execute(() -> console.pump(conversation));
    }

    // What happened

    /** All messages of a conversation in their order. */
    public List<FakeMessage> messages(String conversationId) {
        synchronized (store) {
            return store.conversation(conversationId).messages();
        }
    }

    /** The texts that were sent into a conversation as the assistant. */
    public List<String> answered(String conversationId) {
        return messages(conversationId).stream()
                .filter(message -> message.role().equals("assistant"))
                .map(FakeMessage::text)
                .toList();
    }

    /** Streams that are open now. */
    public int openStreams() {
        return console.streams().size();
    }

    /** Streams of this conversation that are open now. */
    public int openStreams(String conversationId) {
        return console.streamsOf(conversationId);
    }

    /** Tickets issued so far. */
    public long ticketsIssued() {
        return tickets.issued();
    }

    /** Writes that were answered from memory because their idempotency key was known. */
    public long repeatedWrites() {
        return console.repeats();
    }

    // How it behaves

    /** Sends a heartbeat to every open stream that often. */
    public void heartbeatEvery(Duration interval) {
        server.execute(() -> beat(++heartbeats, interval));
    }

    private void beat(long number, Duration interval) {
        server.after(interval, () -> {
            if (number == heartbeats) {
                synchronized (store) {
                    console.heartbeat(store.now());
                }
                beat(number, interval);
            }
        });
    }

    /** How long a ticket lives that is issued from now on; 60 seconds until told otherwise. */
    public void ticketLifetime(Duration lifetime) {
        tickets.lifetime(lifetime);
    }

    /** The clock that messages and heartbeats are dated by. */
    public void clock(Clock clock) {
        synchronized (store) {
            store.clock(clock);
        }
    }

    /** Scripts a misbehaviour for one use anywhere. */
    public void once(Misbehaviour misbehaviour) {
        times(1, misbehaviour);
    }

    /** Scripts a misbehaviour for one use in this conversation. */
    public void once(String conversationId, Misbehaviour misbehaviour) {
        times(1, conversationId, misbehaviour);
    }

    /** Scripts a misbehaviour for so many uses anywhere. */
    public void times(int count, Misbehaviour misbehaviour) {
        scripted(count, null, misbehaviour);
    }

    /** Scripts a misbehaviour for so many uses in this conversation. */
    public void times(int count, String conversationId, Misbehaviour misbehaviour) {
        scripted(count, conversationId, misbehaviour);
    }

    /** Scripts a misbehaviour until {@link #behave()}. */
    public void always(Misbehaviour misbehaviour) {
        script.add(misbehaviour, null, Script.ALWAYS);
    }

    /** Scripts a misbehaviour in this conversation until {@link #behave()}. */
    public void always(String conversationId, Misbehaviour misbehaviour) {
        script.add(misbehaviour, conversationId, Script.ALWAYS);
    }

    private void scripted(int count, @Nullable String conversationId, Misbehaviour misbehaviour) {
        if (count < 1) {
            throw new IllegalArgumentException("A misbehaviour is used at least once, not " + count + " times");
        }
        script.add(misbehaviour, conversationId, count);
    }

    /** Forgets all scripted misbehaviour; open streams that took theirs keep it. */
    public void behave() {
        script.clear();
    }

    /** Scripted uses that did not happen yet, permanent ones not counted. */
    public int scriptedLeft() {
        return script.left();
    }

    /** Connections that are open, as far as is known. */
    public int openConnections() {
        return server.openConnections();
    }

    /** Refuses new connections; open ones stay. */
    public void refuse() {
        server.refuse();
    }

    /** Takes new connections again, on the same port. */
    public void accept() {
        server.accept();
    }

    /** Resets all connections. */
    public void dropAll() {
        server.dropAll();
    }

    /** A restart that takes so long: connections are reset and new ones refused, then taken again. Memory is kept. Returns at once. */
    public void restart(Duration outage) {
        server.refuse();
        server.dropAll();
        server.after(outage, server::accept);
    }

    @Override
    public void close() {
        server.close();
        synchronized (store) {
            if (journal != null) {
                journal.close();
            }
        }
    }
}
