/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.BodyRules;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.Operations;
import io.camelproviders.testkit.ServiceError;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** Agents, their channels, actions, knowledge bases and calls; workflows and phone numbers. */
final class AgentOperations {

    private static final BodyRules AGENT = BodyRules.of("workflow_id! name! description! language"
            + " persona=professional|friendly|concise timezone logo business_name business_address business_email"
            + " business_description escalation_email");
    private static final BodyRules LIVE_STATUS = BodyRules.of("status!=development|live|paused status_reason");
    private static final BodyRules ACTION_IDS = BodyRules.of("action_ids!:strings");
    private static final BodyRules KNOWLEDGE_BASE = BodyRules.of("type!=text|url name! description? content? url?");
    private static final BodyRules CALL = BodyRules.of("destination! is_test_call!:bool");
    private static final BodyRules WORKFLOW = BodyRules.of("name! system_prompt! description? category?"
            + " rules:array{id! name! trigger! response! enabled!:bool condition? action?}"
            + " flows:array{name! description? category? priority?:int is_active?:bool"
            + " trigger_keywords?:array{keyword! weight?=high|medium|low}"
            + " conversation_steps?:array{type! content? action? followup?}}"
            + " tags:strings integrations:strings channels:strings actions:strings"
            + " guide?:object{steps:strings youtube_url? youtubeUrl?} faq?:array{question! answer!}"
            + " setup_steps:array setup_time:int[0..] video_url?");
    private static final BodyRules CLONE = BodyRules.of("source_workflow_id!");
    private static final BodyRules PHONE_NUMBER = BodyRules.of("agent_id? label");
    private static final BodyRules PHONE_NUMBER_REQUEST = BodyRules.of("business_name! intended_use!"
            + " region!=us|uk|eu|ng agent_count!:int[0..] outbound_minutes!:int[0..] submitted_by_agent_id");
    private static final String CALL_FILTERS =
            "is_test_call=true|false status=queued|ringing|answered|ended|busy|failed|cancelled";

    private static final String ONE = "/agents/{agent}";
    private static final String KNOWLEDGE_BASES = ONE + "/knowledge_bases";

    private final InMemoryStore store;
    private final Bodies bodies;

    AgentOperations(InMemoryStore store, Bodies bodies) {
        this.store = store;
        this.bodies = bodies;
    }

    void addTo(Operations operations) {
        operations
                .add("agents/list", "GET /agents", in -> page(in, "agents", ResponseViews::agentItem, ""))
                .add("agents/create", "POST /agents", this::create)
                .add("agents/retrieve", "GET " + ONE, in -> Envelope.ok(agent(in)))
                .add("agents/update", "PATCH " + ONE, in -> {
                    ObjectNode body = bodies.read(in, AGENT.partial());
                    return Envelope.ok(ResponseViews.agentItem(store.update(agent(in), body)));
                })
                .add("agents/delete", "DELETE " + ONE, in -> remove("agents", in.id("agent")))
                .add("agents/update-live-status", "PATCH " + ONE + "/live-status", in -> {
                    ObjectNode agent = store.update(agent(in), bodies.read(in, LIVE_STATUS));
                    return Envelope.ok(ResponseViews.only(agent, "status status_reason"));
                })
                .add("agents/get-test-code", "GET " + ONE + "/deployment/agent-test-code", this::testCode)
                .add(
                        "channels/list",
                        "GET " + ONE + "/channels",
                        in -> Envelope.ok(agent(in).path("channels")))
                .add("actions/list", "GET " + ONE + "/actions", in -> Envelope.ok(rows(in, "actions")))
                .add("actions/enable", "POST " + ONE + "/actions/enable", in -> switchActions(in, true))
                .add("actions/disable", "POST " + ONE + "/actions/disable", in -> switchActions(in, false))
                .add("knowledge-bases/list", "GET " + KNOWLEDGE_BASES, in -> Envelope.ok(rows(in, "knowledge_bases")))
                .add("knowledge-bases/create", "POST " + KNOWLEDGE_BASES, this::createKnowledgeBase)
                .add("knowledge-bases/update", "PATCH " + KNOWLEDGE_BASES + "/{kb}", this::updateKnowledgeBase)
                .add("knowledge-bases/delete", "DELETE " + KNOWLEDGE_BASES + "/{kb}", in -> {
                    remove(store.ofAgent(in, "knowledge_bases"), in.id("kb"));
                    return summarized(in, Envelope.deleted());
                })
                // Of the first SDK; not paged
                .add(
                        "conversation-flows/list",
                        "GET " + ONE + "/conversation_flows",
                        in -> Envelope.ok(rows(in, "conversation_flows")))
                .add(
                        "calls/list",
                        "GET " + ONE + "/calls",
                        in -> page(in, store.ofAgent(in, "calls"), ResponseViews::callItem, CALL_FILTERS))
                .add("calls/make", "POST " + ONE + "/calls", this::makeCall)
                .add(
                        "calls/retrieve",
                        "GET " + ONE + "/calls/{call}",
                        in -> Envelope.ok(store.row(store.ofAgent(in, "calls"), in.id("call"))));
        addWorkflows(operations);
        addPhoneNumbers(operations);
    }

    private void addWorkflows(Operations operations) {
        operations
                .add("workflows/list", "GET /workflows", this::listWorkflows)
                .add("workflows/create", "POST /workflows", in -> {
                    ObjectNode row = store.newRow("wf", bodies.read(in, WORKFLOW));
                    return Envelope.created(store.add("workflows", ResponseViews.workflow(row)));
                })
                .add("workflows/clone", "POST /workflows/clone", this::cloneWorkflow)
                .add("workflows/retrieve", "GET /workflows/{workflow}", in -> Envelope.ok(workflow(in)))
                .add(
                        "workflows/update",
                        "PATCH /workflows/{workflow}",
                        in -> Envelope.ok(store.update(workflow(in), bodies.read(in, WORKFLOW.partial()))))
                .add("workflows/delete", "DELETE /workflows/{workflow}", in -> remove("workflows", in.id("workflow")))
                // Of the first SDK
                .add("calls/list-all", "GET /calls", in -> {
                    throw ServiceError.of(501, "not_implemented", "Not implemented");
                });
    }

    private void addPhoneNumbers(Operations operations) {
        operations
                .add(
                        "phone-numbers/list",
                        "GET /phone-numbers",
                        in -> page(in, "phone-numbers", ResponseViews::phoneNumberItem, ""))
                .add(
                        "phone-number-requests/list",
                        "GET /phone-numbers/request",
                        in -> page(in, "phone-numbers/request", row -> row, ""))
                .add("phone-number-requests/create", "POST /phone-numbers/request", this::requestPhoneNumber)
                .add(
                        "phone-numbers/retrieve",
                        "GET /phone-numbers/{number}",
                        in -> Envelope.ok(store.row("phone-numbers", in.id("number"))))
                .add(
                        "phone-numbers/update",
                        "PATCH /phone-numbers/{number}",
                        in -> Envelope.ok(store.update(
                                store.row("phone-numbers", in.id("number")), bodies.read(in, PHONE_NUMBER))));
    }

    private ObjectNode agent(OperationRequest request) {
        return store.row("agents", request.id("agent"));
    }

    private ObjectNode workflow(OperationRequest request) {
        return store.row("workflows", request.id("workflow"));
    }

    private Collection<ObjectNode> rows(OperationRequest request, String table) {
        return store.table(store.ofAgent(request, table)).values();
    }

    private FakeResponse page(OperationRequest request, String table, UnaryOperator<ObjectNode> view, String filters) {
        return Envelope.page(store.table(table).values().stream().map(view).toList(), request, filters);
    }

    private FakeResponse remove(String table, String id) {
        store.remove(table, id);
        return Envelope.deleted();
    }

    private FakeResponse create(OperationRequest request) {
        ObjectNode body = bodies.read(request, AGENT);
        ObjectNode created = ResponseViews.agentItem(store.add("agents", ResponseViews.agent(store.newRow("a", body))));
        created.set(
                "workflow",
                store.table("workflows").get(body.path("workflow_id").asText()));
        return Envelope.created(created);
    }

    private FakeResponse testCode(OperationRequest request) {
        String id = request.id("agent");
        ObjectNode testCode = ResponseViews.object();
        testCode.put("code", agent(request).path("test_channel_code").asText("TEST-" + id));
        ObjectNode channels = testCode.putObject("channels");
        for (String channel : List.of("whatsapp phone_number", "instagram username", "messenger page")) {
            String[] words = channel.split(" ", -1);
            ObjectNode entry =
                    channels.putObject(words[0]).put("is_enabled", true).put("start_message", "start " + id);
            ResponseViews.nulls(entry, "url " + words[1]);
        }
        channels.putObject("telephony").put("is_enabled", false);
        return Envelope.ok(testCode);
    }

    private FakeResponse switchActions(OperationRequest request, boolean enabled) {
        int count = 0;
        for (JsonNode id : bodies.read(request, ACTION_IDS).path("action_ids")) {
            ObjectNode action = store.table(store.ofAgent(request, "actions")).get(id.asText());
            if (action != null) {
                action.put("is_enabled", enabled);
                count++;
            }
        }
        return Envelope.ok(ResponseViews.object().put("updated_count", count));
    }

    private FakeResponse createKnowledgeBase(OperationRequest request) {
        ObjectNode body = bodies.read(request, KNOWLEDGE_BASE);
        String needed = body.path("type").asText().equals("url") ? "url" : "content";
        if (body.path(needed).asText().isEmpty()) {
            throw ServiceError.validation(needed + ": is required");
        }
        ObjectNode row = store.newRow("kb", body);
        row.remove(List.of("created_at", "updated_at"));
        store.add(store.ofAgent(request, "knowledge_bases"), ResponseViews.knowledgeBase(row));
        return summarized(request, Envelope.created(row));
    }

    private FakeResponse updateKnowledgeBase(OperationRequest request) {
        ObjectNode row = store.row(store.ofAgent(request, "knowledge_bases"), request.id("kb"));
        store.update(row, bodies.read(request, KNOWLEDGE_BASE.partial())).remove("updated_at");
        return summarized(request, Envelope.ok(row));
    }

    /** Repeats the knowledge bases in the agent's details. */
    private FakeResponse summarized(OperationRequest request, FakeResponse response) {
        ArrayNode summaries = agent(request).putArray("knowledge_bases");
        rows(request, "knowledge_bases").forEach(row -> summaries.add(ResponseViews.without(row, "url content")));
        return response;
    }

    private FakeResponse makeCall(OperationRequest request) {
        ObjectNode body = bodies.read(request, CALL);
        ObjectNode made = ResponseViews.call(store.newRow("ca", body), FakeMessage.iso(store.now()));
        store.add(store.ofAgent(request, "calls"), made);
        ObjectNode data = ResponseViews.object().put("status", "initiated");
        data.set("call_id", made.path("id"));
        return Envelope.created(ResponseViews.nulls(data, "detail"));
    }

    private FakeResponse listWorkflows(OperationRequest request) {
        String scope = request.query("scope") == null ? "accessible" : String.valueOf(request.query("scope"));
        if (!List.of("owned", "public", "accessible").contains(scope)) {
            throw ServiceError.validation("scope: must be one of owned, public, accessible");
        }
        List<ObjectNode> found = store.table("workflows").values().stream()
                .filter(row -> !scope.equals("owned") || row.path("is_owner").asBoolean())
                .filter(row -> !scope.equals("public")
                        || row.path("visibility").asText().equals("public"))
                .toList();
        return Envelope.page(found, request, "");
    }

    private FakeResponse cloneWorkflow(OperationRequest request) {
        String source = bodies.read(request, CLONE).path("source_workflow_id").asText();
        ObjectNode copy = store.row("workflows", source).deepCopy();
        copy.remove("id");
        copy.put("visibility", "private");
        copy.put("is_owner", true);
        return Envelope.created(store.add("workflows", store.newRow("wf", copy)));
    }

    private FakeResponse requestPhoneNumber(OperationRequest request) {
        ObjectNode body = bodies.read(request, PHONE_NUMBER_REQUEST);
        ObjectNode row = store.newRow("pr", body);
        row.remove("submitted_by_agent_id");
        row.set("agent_id", body.get("submitted_by_agent_id"));
        row.put("status", "under_review");
        return Envelope.created(store.add("phone-numbers/request", ResponseViews.nulls(row, "e164 label")));
    }
}
