/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.bimpeai.Routes.Call;
import java.util.ArrayList;
import java.util.List;

/** Agents, their channels, actions and knowledge bases. */
final class AgentRoutes {

    private static final Fields AGENT =
            Fields.of("workflow_id! name! description! language persona=professional|friendly|concise timezone logo"
                    + " business_name business_address business_email business_description escalation_email");
    private static final Fields LIVE_STATUS = Fields.of("status!=development|live|paused status_reason");
    private static final Fields ACTION_IDS = Fields.of("action_ids!:array");
    private static final Fields KNOWLEDGE_BASE = Fields.of("type!=text|url name! description? content? url?");

    private AgentRoutes() {}

    static void addTo(Routes routes) {
        routes.add("GET", "/agents", AgentRoutes::list);
        routes.add("POST", "/agents", AgentRoutes::create);
        routes.add("GET", "/agents/{a}", call -> Reply.ok(call.agent()));
        routes.add("PATCH", "/agents/{a}", call -> {
            ObjectNode body = AGENT.optional().read(call.request());
            return Reply.ok(Shapes.agentItem(call.store().update(call.agent(), body)));
        });
        routes.add("DELETE", "/agents/{a}", call -> {
            call.store().remove("agents", call.id("a"));
            return Reply.deleted();
        });
        routes.add("PATCH", "/agents/{a}/live-status", AgentRoutes::liveStatus);
        routes.add("GET", "/agents/{a}/deployment/agent-test-code", AgentRoutes::testCode);
        routes.add("GET", "/agents/{a}/channels", call -> Reply.ok(call.agent().path("channels")));
        routes.add(
                "GET",
                "/agents/{a}/actions",
                call -> Reply.ok(
                        Shapes.array(call.store().table(call.ofAgent("actions")).values())));
        routes.add("POST", "/agents/{a}/actions/enable", call -> switchActions(call, true));
        routes.add("POST", "/agents/{a}/actions/disable", call -> switchActions(call, false));
        routes.add(
                "GET",
                "/agents/{a}/knowledge_bases",
                call -> Reply.ok(Shapes.array(
                        call.store().table(call.ofAgent("knowledge_bases")).values())));
        routes.add("POST", "/agents/{a}/knowledge_bases", AgentRoutes::createKnowledgeBase);
        routes.add("PATCH", "/agents/{a}/knowledge_bases/{kb}", AgentRoutes::updateKnowledgeBase);
        routes.add("DELETE", "/agents/{a}/knowledge_bases/{kb}", AgentRoutes::deleteKnowledgeBase);
        // Of the first SDK; not paged.
        routes.add(
                "GET",
                "/agents/{a}/conversation_flows",
                call -> Reply.ok(Shapes.array(
                        call.store().table(call.ofAgent("conversation_flows")).values())));
    }

    private static Reply list(Call call) {
        List<ObjectNode> items = new ArrayList<>();
        call.store().table("agents").values().forEach(agent -> items.add(Shapes.agentItem(agent)));
        return Paging.page(items, call.request().query(), List.of());
    }

    private static Reply create(Call call) {
        ObjectNode body = AGENT.read(call.request());
        Store store = call.store();
        ObjectNode agent = store.add("agents", Shapes.agent(store.newRow("a", body)));
        ObjectNode created = Shapes.agentItem(agent);
        created.set(
                "workflow",
                store.table("workflows").get(agent.path("workflow_id").asText()));
        return Reply.created(created);
    }

    private static Reply liveStatus(Call call) {
        ObjectNode body = LIVE_STATUS.read(call.request());
        ObjectNode agent = call.store().update(call.agent(), body);
        ObjectNode status = Shapes.object();
        status.set("status", agent.path("status"));
        status.set("status_reason", agent.path("status_reason"));
        return Reply.ok(status);
    }

    private static Reply testCode(Call call) {
        ObjectNode testCode = Shapes.object();
        testCode.put("code", call.agent().path("test_channel_code").asText("TEST-" + call.id("a")));
        ObjectNode channels = testCode.putObject("channels");
        for (String channel : List.of("whatsapp", "instagram", "messenger")) {
            ObjectNode entry = channels.putObject(channel);
            entry.put("is_enabled", true);
            entry.put("start_message", "start " + call.id("a"));
            Shapes.nulls(entry, "url");
        }
        Shapes.nulls((ObjectNode) channels.path("whatsapp"), "phone_number");
        Shapes.nulls((ObjectNode) channels.path("instagram"), "username");
        Shapes.nulls((ObjectNode) channels.path("messenger"), "page");
        channels.putObject("telephony").put("is_enabled", false);
        return Reply.ok(testCode);
    }

    private static Reply switchActions(Call call, boolean enabled) {
        JsonNode ids = ACTION_IDS.read(call.request()).path("action_ids");
        int count = 0;
        for (JsonNode id : ids) {
            ObjectNode action = call.store().table(call.ofAgent("actions")).get(id.asText());
            if (action != null) {
                action.put("is_enabled", enabled);
                count++;
            }
        }
        return Reply.ok(Shapes.object().put("updated_count", count));
    }

    private static Reply createKnowledgeBase(Call call) {
        String table = call.ofAgent("knowledge_bases");
        ObjectNode body = KNOWLEDGE_BASE.read(call.request());
        String needed = body.path("type").asText().equals("url") ? "url" : "content";
        if (body.path(needed).asText().isEmpty()) {
            throw ConsoleError.validation(List.of(needed + ": is required"));
        }
        ObjectNode row = call.store().newRow("kb", body);
        row.remove(List.of("created_at", "updated_at"));
        call.store().add(table, Shapes.knowledgeBase(row));
        summarize(call);
        return Reply.created(row);
    }

    private static Reply updateKnowledgeBase(Call call) {
        ObjectNode row = call.store().row(call.ofAgent("knowledge_bases"), call.id("kb"));
        call.store().update(row, KNOWLEDGE_BASE.optional().read(call.request())).remove("updated_at");
        summarize(call);
        return Reply.ok(row);
    }

    private static Reply deleteKnowledgeBase(Call call) {
        call.store().remove(call.ofAgent("knowledge_bases"), call.id("kb"));
        summarize(call);
        return Reply.deleted();
    }

    private static void summarize(Call call) {
        ArrayNode summaries = call.agent().putArray("knowledge_bases");
        call.store()
                .table(call.ofAgent("knowledge_bases"))
                .values()
                .forEach(row -> summaries.add(Shapes.without(row, "url content")));
    }
}
