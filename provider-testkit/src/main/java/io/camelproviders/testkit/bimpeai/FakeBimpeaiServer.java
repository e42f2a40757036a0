/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.EventStream;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.FakeServer;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.Operations;
import io.camelproviders.testkit.PendingResponse;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.ServiceError;
import io.camelproviders.testkit.bimpeai.BimpeaiFaults.Overlap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fake BimpeAI Agent Console on a loopback socket: all 57 operations and the message streams.
 *
 * <p>A customer writes through {@link #customerSays}; what is sent through the API appears on the conversation's streams, as on the real
 * service.
 */
public final class FakeBimpeaiServer extends FakeServer {

    private static final String API_KEY = "sk_demo_0123456789abcdef";
    private static final List<String> PREFIX = List.of("api", "v1", "console");

    private final InMemoryStore store = new InMemoryStore();
    private final Idempotency idempotency = new Idempotency();
    private final Operations operations = new Operations();
    private final ConversationOperations conversations;

    /** Confined to the server's thread: which of the running heartbeats is the valid one. */
    private long heartbeats;

    private @Nullable StoreFile file;

    private FakeBimpeaiServer() {
        super("bimpeai", "", API_KEY);
        Bodies bodies = new Bodies(this::violation);
        conversations = new ConversationOperations(store, bodies, this::pump);
        new AgentOperations(store, bodies).addTo(operations);
        new IntegrationOperations(store, bodies).addTo(operations);
        conversations.addTo(operations);
        operations.add(
                "messages/stream",
                "GET /agents/{agent}/conversations/{conversation}/stream",
                RequestKind.STREAM,
                this::stream);
    }

    /** Starts on a free port. */
    public static FakeBimpeaiServer start() {
        return start(0);
    }

    /** Starts on this port, 0 for a free one; heartbeats come every 15 seconds unless changed. */
    public static FakeBimpeaiServer start(int port) {
        FakeBimpeaiServer server = new FakeBimpeaiServer();
        server.listen(port);
        server.heartbeatEvery(Duration.ofSeconds(15));
        return server;
    }

    /**
     * Starts on this port with state that outlives the process: this file keeps messages, and which writes were answered. An agent and
     * its conversations must be added again in the same order; each then has the messages of earlier starts.
     */
    public static FakeBimpeaiServer start(int port, Path file) {
        FakeBimpeaiServer server = start(port);
        synchronized (server.store) {
            server.file = new StoreFile(file);
            server.store.file(server.file);
            server.idempotency.file(server.file);
        }
        return server;
    }

    // State

    /** Adds an agent with a workflow, a WhatsApp channel and two actions; returns its id. */
    public String addAgent() {
        synchronized (store) {
            ObjectNode workflow = ResponseViews.object().put("name", "Demo").put("system_prompt", "Be kind.");
            String workflowId = store.add("workflows", ResponseViews.workflow(store.newRow("wf", workflow)))
                    .path("id")
                    .asText();
            ObjectNode given = ResponseViews.object().put("name", "Demo agent").put("description", "Answers questions");
            ObjectNode agent =
                    store.add("agents", ResponseViews.agent(store.newRow("a", given.put("workflow_id", workflowId))));
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
        ObjectNode action = ResponseViews.object();
        action.put("id", store.newId("ac")).put("integration_id", "in_demo").put("integration_type", "bumpa");
        action.put("integration_name", "Bumpa")
                .put("name", name.replace('_', ' '))
                .put("action_name", name);
        store.add(
                "agents/" + agentId + "/actions",
                ResponseViews.flags(ResponseViews.nulls(action, "description"), false, "is_enabled"));
    }

    /** Adds a WhatsApp conversation; returns its id. */
    public String addConversation(String agentId) {
        return addConversation(agentId, ResponseViews.object());
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
            ObjectNode row = store.newRow("pn", ResponseViews.object().put("e164", e164));
            return store.add("phone-numbers", ResponseViews.phoneNumber(row))
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

    /** Adds a message of the customer; returns its id. */
    public String customerSays(String conversationId, String text) {
        return addMessage(conversationId, "customer", text);
    }

    /** Adds a message with this role; returns its id. */
    public String addMessage(String conversationId, String role, String text) {
        Conversation conversation;
        FakeMessage message;
        synchronized (store) {
            conversation = store.conversation(conversationId);
            message = store.addMessage(conversation, role, text);
        }
        pump(conversation);
        return message.id();
    }

    /** Adds messages {@code <prefix>1} to {@code <prefix>n} of the customer at once; streams send them as fast as their clients read. */
    public void addMessages(String conversationId, int count, String prefix) {
        Conversation conversation;
        synchronized (store) {
            conversation = store.conversation(conversationId);
            for (int i = 1; i <= count; i++) {
                store.addMessage(conversation, "customer", prefix + i);
            }
        }
        pump(conversation);
    }

    /** All messages of a conversation in their order. */
    public List<FakeMessage> messages(String conversationId) {
        synchronized (store) {
            return store.conversation(conversationId).messages();
        }
    }

    /** The texts that were sent into a conversation as the assistant. */
    public List<String> replies(String conversationId) {
        return messages(conversationId).stream()
                .filter(message -> message.role().equals("assistant"))
                .map(FakeMessage::text)
                .toList();
    }

    /** Tickets issued so far. */
    public long ticketsIssued() {
        return conversations.ticketsIssued();
    }

    /** Writes that were answered from memory because their idempotency key was known. */
    public long repeatedWrites() {
        synchronized (store) {
            return idempotency.repeats();
        }
    }

    /** Sends a heartbeat to every open stream at this interval. */
    public void heartbeatEvery(Duration interval) {
        loopback().execute(() -> beat(++heartbeats, interval));
    }

    private void beat(long number, Duration interval) {
        loopback().after(interval, () -> {
            if (number == heartbeats) {
                Instant now;
                synchronized (store) {
                    now = store.now();
                }
                byte[] event = ("event: heartbeat\ndata: {\"ts\":" + now.getEpochSecond() + "}\n\n")
                        .getBytes(StandardCharsets.UTF_8);
                streams(null).forEach(stream -> ((EventStream) stream).sendIfIdle(event));
                beat(number, interval);
            }
        });
    }

    /** The lifetime of tickets issued from now on; 60 seconds by default. */
    public void ticketLifetime(Duration lifetime) {
        conversations.ticketLifetime(lifetime);
    }

    /** The clock for the times of messages and heartbeats. */
    public void clock(Clock clock) {
        synchronized (store) {
            store.clock(clock);
        }
    }

    @Override
    public void close() {
        super.close();
        synchronized (store) {
            if (file != null) {
                file.close();
            }
        }
    }

    // What the service does

    @Override
    protected Operations operations() {
        return operations;
    }

    @Override
    protected List<String> segments(Request request) {
        List<String> all = request.pathSegments();
        return all.size() > 3 && all.subList(0, 3).equals(PREFIX) ? all.subList(3, all.size()) : List.of();
    }

    @Override
    protected FakeResponse handle(OperationRequest request) {
        if (request.kind() == RequestKind.STREAM) {
            return super.handle(request);
        }
        Request raw = request.request();
        synchronized (store) {
            authorize(raw);
            check(request);
            return idempotency.run(raw, () -> super.handle(request)).with("X-Request-Id", requestId(raw));
        }
    }

    @Override
    protected FakeResponse error(ServiceError error, OperationRequest request) {
        String requestId = requestId(request.request());
        return Envelope.error(error, requestId).with("X-Request-Id", requestId);
    }

    private static String requestId(Request request) {
        return request.header("X-Request-Id").orElseGet(() -> UUID.randomUUID().toString());
    }

    private static void authorize(Request request) {
        String given = request.header("Authorization").orElse("");
        if (given.isEmpty()) {
            throw ServiceError.of(401, "api_key_missing", "API key is missing");
        }
        if (!given.equals("Bearer " + API_KEY)) {
            throw ServiceError.of(401, "api_key_invalid", "API key is invalid");
        }
    }

    private void check(OperationRequest request) {
        Request raw = request.request();
        boolean get = raw.method().equals("GET");
        if (get && raw.header("Idempotency-Key").isPresent()) {
            violation(request, "a read must not carry an Idempotency-Key");
        }
        if (raw.body().length > 0 && (get || raw.method().equals("DELETE") || request.kind() == RequestKind.TICKET)) {
            violation(request, "must not have a body");
        }
        if (raw.rawQuery().contains(API_KEY)) {
            violation(request, "the API key must not be in the query");
        }
    }

    private FakeResponse stream(OperationRequest request) {
        Request raw = request.request();
        if (raw.header("Authorization").isPresent()) {
            throw ServiceError.of(400, "bad_request", "A stream is opened by its ticket, without Authorization");
        }
        for (String header : List.of("X-Request-Id", "Idempotency-Key", "Last-Event-ID")) {
            if (raw.header(header).isPresent()) {
                violation(request, "must not carry " + header);
            }
        }
        String id = request.id("conversation");
        // No source specifies the status; 401 is plausible.
        if (!conversations.useTicket(raw.query().get("ticket"), id)) {
            throw ServiceError.of(401, "unauthorized", "The ticket is used, expired or unknown");
        }
        synchronized (store) {
            Conversation conversation = store.conversation(request.id("agent"), id);
            int begin = begin(conversation, request, raw.query().get("after"));
            return FakeResponse.takeOver(pending -> open(pending, conversation, begin));
        }
    }

    /** Without {@code after}, a stream has new messages only; an unknown one is 404. No source specifies either. */
    private int begin(Conversation conversation, OperationRequest request, @Nullable String after) {
        if (after == null) {
            return conversation.size();
        }
        OptionalInt index = conversation.indexAfter(after);
        if (index.isEmpty()) {
            throw ServiceError.of(404, "not_found", "The resume position is unknown");
        }
        int early = faults().take(Overlap.class, request).map(Overlap::messages).orElse(0);
        return Math.max(0, index.getAsInt() - early);
    }

    private static void open(PendingResponse pending, Conversation conversation, int begin) {
        new EventStream(pending, FakeResponse.events(Collections.emptyIterator()), new EventStream.Source() {
                    private int next = begin;

                    @Override
                    public byte @Nullable [] next() {
                        FakeMessage message = conversation.at(next);
                        next += message == null ? 0 : 1;
                        return message == null ? null : message.asEvent();
                    }

                    @Override
                    public boolean finished() {
                        return false;
                    }
                })
                .start();
    }

    private void pump(Conversation conversation) {
        loopback().execute(() -> streams(conversation.id()).forEach(stream -> ((EventStream) stream).pump()));
    }
}
