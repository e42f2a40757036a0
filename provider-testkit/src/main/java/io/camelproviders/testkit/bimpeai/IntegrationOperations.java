/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.BodyRules;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Integrations of an agent: BimpeAI's own, custom APIs, MCP servers, Pipedream apps, and their tools. */
final class IntegrationOperations {

    private static final String AUTH =
            " auth_type=none|bearer|basic|api_key|custom auth_config:object{token api_key header_name username password}";
    private static final BodyRules BIMPEAI = BodyRules.of(
            "type!=bumpa|google_calendar|google_sheets|paystack|stripe token public_key secret_key currency");
    private static final BodyRules CUSTOM_API = BodyRules.of("name! description base_url test_endpoint" + AUTH);
    private static final BodyRules MCP_SERVER =
            BodyRules.of("name! server_url! transport=http_sse|streamable_http" + AUTH);
    private static final BodyRules PIPEDREAM = BodyRules.of("app_slug! app_name app_icon");
    private static final String PARAM =
            "name! type!=string|number|integer|boolean|array|object description! required:bool items:object"
                    + " properties:object";
    private static final BodyRules TOOL = BodyRules.of("name! http_method!=GET|POST|PUT|DELETE|PATCH url_template!"
            + " description url_params:array{" + PARAM + "} body_params:array{" + PARAM + "}"
            + " headers_template:object body_template:object auth_type=none|bearer|basic|api_key|custom"
            + " auth_config:object response_mapping:object{path success_message error_message}"
            + " category require_human_approval:bool timeout:int[0..]");

    /** The name of each kind in endpoint URIs, by its name in paths. */
    private static final Map<String, String> KINDS = Map.of(
            "bimpeai", "bimpeai-integrations",
            "custom_api", "custom-apis",
            "mcp_server", "mcp-servers",
            "pipedream", "pipedream");

    private static final String BASE = "/agents/{agent}/integrations";

    private final InMemoryStore store;
    private final Bodies bodies;

    IntegrationOperations(InMemoryStore store, Bodies bodies) {
        this.store = store;
        this.bodies = bodies;
    }

    void addTo(Operations operations) {
        operations.add("integrations/list", "GET " + BASE, this::list);
        KINDS.forEach((kind, name) -> operations
                .add(name + "/list", "GET " + BASE + "/" + kind, in -> Envelope.ok(rows(in, kind)))
                .add(name + "/disconnect", "DELETE " + BASE + "/" + kind + "/{integration}", in -> {
                    store.remove(store.ofAgent(in, kind), in.id("integration"));
                    return Envelope.deleted();
                }));
        operations
                .add("bimpeai-integrations/configure", "POST " + BASE + "/bimpeai/configure", this::configureBimpeai)
                .add(
                        "custom-apis/configure",
                        "POST " + BASE + "/custom_api/configure",
                        in -> configure(in, "custom_api", bodies.read(in, CUSTOM_API)))
                .add(
                        "mcp-servers/configure",
                        "POST " + BASE + "/mcp_server/configure",
                        in -> configure(in, "mcp_server", bodies.read(in, MCP_SERVER)))
                .add("pipedream/configure", "POST " + BASE + "/pipedream/configure", this::configurePipedream)
                .add("mcp-servers/discover", "POST " + BASE + "/mcp_server/{integration}/discover", this::discover)
                .add("mcp-servers/test", "POST " + BASE + "/mcp_server/{integration}/test", this::test)
                .add(
                        "mcp-server-tools/list",
                        "GET " + BASE + "/mcp_server/{integration}/tools",
                        in -> Envelope.ok(store.table(tools(in, "mcp_server")).values()))
                .add(
                        "custom-api-tools/list",
                        "GET " + BASE + "/custom_api/{integration}/tools",
                        in -> Envelope.ok(store.table(tools(in, "custom_api")).values()))
                .add("custom-api-tools/add", "POST " + BASE + "/custom_api/{integration}/tools", in -> {
                    ObjectNode tool = tool(bodies.read(in, TOOL));
                    return Envelope.created(store.add(tools(in, "custom_api"), tool));
                })
                .add("custom-api-tools/delete", "DELETE " + BASE + "/custom_api/{integration}/tools/{tool}", in -> {
                    store.remove(tools(in, "custom_api"), in.id("tool"));
                    return Envelope.deleted();
                });
    }

    private List<ObjectNode> rows(OperationRequest request, String kind) {
        return List.copyOf(store.table(store.ofAgent(request, kind)).values());
    }

    private String tools(OperationRequest request, String kind) {
        store.row(store.ofAgent(request, kind), request.id("integration"));
        return store.ofAgent(request, kind + "/" + request.id("integration") + "/tools");
    }

    private FakeResponse list(OperationRequest request) {
        List<ObjectNode> items = new ArrayList<>();
        for (String kind : List.of("bimpeai", "custom_api", "mcp_server", "pipedream")) {
            rows(request, kind).forEach(row -> items.add(ResponseViews.integration(row, kind)));
        }
        return Envelope.ok(items);
    }

    private ObjectNode newRow() {
        return ResponseViews.object().put("id", store.newId("in"));
    }

    private FakeResponse configureBimpeai(OperationRequest request) {
        ObjectNode body = bodies.read(request, BIMPEAI);
        ObjectNode row = newRow();
        row.set("type", body.path("type"));
        row.set("name", body.path("type"));
        row.put("status", "pending").put("is_connected", false);
        return onboarding(store.add(store.ofAgent(request, "bimpeai"), row));
    }

    private FakeResponse configurePipedream(OperationRequest request) {
        ObjectNode body = bodies.read(request, PIPEDREAM);
        ObjectNode row = newRow().put("channel_type", "pipedream");
        ObjectNode config = row.putObject("config");
        config.setAll(body);
        ResponseViews.nulls(config, "app_name app_icon");
        config.put("server_url", "https://pipedream.example/" + row.path("id").asText());
        return onboarding(store.add(store.ofAgent(request, "pipedream"), row));
    }

    private static FakeResponse onboarding(ObjectNode row) {
        String url = "https://console.example/onboard/" + row.path("id").asText();
        return Envelope.ok(ResponseViews.object().put("onboarding_url", url));
    }

    private FakeResponse configure(OperationRequest request, String kind, ObjectNode body) {
        ObjectNode row = newRow();
        ObjectNode config = row.putObject("config");
        config.set("name", body.path("name"));
        if (kind.equals("custom_api")) {
            config.set("base_url", body.get("base_url"));
        } else {
            config.set("server_url", body.path("server_url"));
            config.put("transport", body.path("transport").asText("streamable_http"));
        }
        config.put("auth_type", body.path("auth_type").asText("none"));
        return Envelope.ok(store.add(store.ofAgent(request, kind), row));
    }

    private FakeResponse discover(OperationRequest request) {
        String table = tools(request, "mcp_server");
        boolean first = store.table(table).isEmpty();
        if (first) {
            store.add(table, tool(ResponseViews.object().put("name", "Discovered tool")));
        }
        ObjectNode counts = ResponseViews.object().put("discovered", 1);
        return Envelope.ok(counts.put("created", first ? 1 : 0)
                .put("updated", first ? 0 : 1)
                .put("disabled", 0));
    }

    private FakeResponse test(OperationRequest request) {
        ObjectNode result = ResponseViews.object().put("success", true).put("message", "Reached");
        result.put("tools_count", store.table(tools(request, "mcp_server")).size());
        return Envelope.ok(ResponseViews.nulls(result, "error"));
    }

    private ObjectNode tool(ObjectNode body) {
        ObjectNode tool = ResponseViews.object().put("id", store.newId("to"));
        tool.put("action_name", body.path("name").asText().replace(' ', '_'));
        tool.set("name", body.path("name"));
        tool.set("description", body.get("description"));
        return tool.put("category", body.path("category").asText("general")).put("is_enabled", true);
    }
}
